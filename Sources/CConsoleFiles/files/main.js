// Starts the page: the views, the keys, the stream.

import { address } from './address.js';
import { api } from './api.js';
import { mount as mountAnnouncer } from './announce.js';
import { mount as mountCalls } from './calls.js';
import { mount as mountClock } from './clock.js';
import { mount as mountConnection } from './connection.js';
import { mount as mountDemo } from './demo.js';
import { mount as mountFile } from './file.js';
import { mount as mountIcon } from './tab-icon.js';
import { mount as mountKeys } from './keys.js';
import { mount as mountShortcuts } from './shortcuts.js';
import { mount as mountState } from './state-view.js';
import { mount as mountTabs } from './tabs.js';
import { mount as mountTheme } from './theme.js';
import { mount as mountTime } from './time-view.js';
import { mount as mountToken } from './token-prompt.js';
import { mount as mountVerdict } from './verdict.js';
import { mount as mountWhatIf } from './what-if.js';
import { store } from './store.js';

const mounts = {
  theme: mountTheme, tabs: mountTabs, keys: mountKeys, clock: mountClock, connection: mountConnection,
  'view-calls': mountCalls, 'view-demo': mountDemo, 'view-state': mountState, 'view-what-if': mountWhatIf,
  'view-time': mountTime, 'view-verdict': mountVerdict, help: mountShortcuts, announcer: mountAnnouncer,
};

mountToken(document.body, store, api);
mountFile(document.body, store, api);
mountIcon(document.body, store);
for (const [id, mount] of Object.entries(mounts)) mount(document.getElementById(id), store, api, address);
store.touch('address', ...Object.keys(store.state));
