// Holds the stream of the chosen key, and says how the line is.

import { api } from './api.js';
import { button, replace, setText } from './dom.js';
import { fetchAll } from './refresh.js';
import { insert } from './fold.js';
import { listen } from './stream.js';

const WORDS = { starting: 'Starting', waiting: 'Waiting for a call', live: 'Live', lost: 'No connection', token: 'Token needed', file: 'Saved file' };

export function mount(root, store) {
  let line = null;
  let key;
  let held = null;     // events that came while everything was being fetched
  let server = null;   // version and seed of the first hello: another one needs another page
  const notice = document.getElementById('notice');

  /** Fetches everything, and then folds in what came meanwhile. */
  async function world() {
    const own = key;
    held ??= [];
    try {
      const [journal] = await Promise.all([api.control('GET', 'requests'), fetchAll()]);
      if (own !== key) return;
      const exchanges = [];
      for (const exchange of journal.requests) insert(exchanges, exchange);
      store.set({ exchanges, connection: 'live' });
      store.emit('world', null);
      for (const [type, data] of held.splice(0)) store.take(type, data);
      held = null;
    } catch (error) {
      if (own === key && error.status !== 401) line.again();
    }
  }

  function event(type, data) {
    if (type === 'hello') {
      const now = `${data.version} ${data.seed}`;
      if ((server ??= now) !== now) location.reload();
    } else if (type === 'gap') world();
    else if (held) held.push([type, data]);
    else store.take(type, data);
  }

  function follow() {
    line?.stop();
    held = null;
    line = key ? listen(key, {
      open: resumed => resumed ? store.set({ connection: 'live' }) : world(),
      event,
      lost: error => store.set({ connection: error.status === 401 ? 'token' : 'lost', trouble: error.message }),
    }) : null;
  }

  function closeFile() {
    store.forget(null);
    store.set({ connection: 'starting' });
    store.emit('authority', null);
  }

  store.on('authority', () => line?.retry());
  store.subscribe(() => {
    const { connection, trouble, file } = store.state;
    if (store.state.key !== key) {
      key = store.state.key;
      follow();
    }
    setText(root, WORDS[connection]);
    root.dataset.state = connection;
    notice.hidden = connection !== 'lost' && !file;
    if (file) replace(notice, `${file.name}, a saved ${file.kind}. `, button('Close the file', closeFile, { class: 'plain' }));
    else replace(notice, `${trouble} What you see may be out of date; the page tries again by itself. `,
      button('Try now', () => line?.retry(), { class: 'plain' }));
  }, 'key', 'connection', 'file');
}
