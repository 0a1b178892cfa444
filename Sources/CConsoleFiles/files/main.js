// Starts the page: each part in its place.

import * as announce from './announce.js';
import * as calls from './calls.js';
import * as clock from './clock.js';
import * as connection from './connection.js';
import * as demo from './demo.js';
import * as file from './file.js';
import * as keys from './keys.js';
import * as shortcuts from './shortcuts.js';
import * as state from './state-view.js';
import * as tabIcon from './tab-icon.js';
import * as tabs from './tabs.js';
import * as theme from './theme.js';
import * as time from './time-view.js';
import * as token from './token-prompt.js';
import * as verdict from './verdict.js';
import * as whatIf from './what-if.js';
import { api } from './api.js';
import { store } from './store.js';

const parts = {
  theme, tabs, keys, clock, connection, help: shortcuts, body: file, icon: tabIcon, announcer: announce, notice: token, 'view-calls': calls,
  'view-demo': demo, 'view-state': state, 'view-what-if': whatIf, 'view-time': time, 'view-verdict': verdict,
};
for (const [id, part] of Object.entries(parts)) part.mount(document.getElementById(id), store, api);
store.touch('address', ...Object.keys(store.state));
