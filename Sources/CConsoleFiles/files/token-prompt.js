// A server with --control-token: the token is asked for once, and kept for this tab.

import { ask } from './dom.js';
import { keepToken } from './api.js';

export function mount(root, store) {
  let asking = false;
  store.subscribe(async () => {
    if (store.state.connection !== 'token' || asking) return;
    asking = true;
    const token = await ask('Token', 'This server was started with --control-token. The token is kept until you close this tab.',
      { field: 'Control token', go: 'Continue', type: 'password' });
    asking = false;
    if (token === null) return;
    keepToken(token);
    store.set({ connection: 'starting' });
    store.emit('authority', null);
  }, 'connection');
}
