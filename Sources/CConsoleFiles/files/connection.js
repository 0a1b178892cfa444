// Holds the stream of the chosen key, and says how the line is.

import { api } from './api.js';
import { element, button, replace, setText } from './dom.js';
import { fetchAll, refresh } from './refresh.js';
import { insert } from './fold.js';
import { listen } from './stream.js';

const WORDS = { starting: 'Starting', waiting: 'Waiting for a call', live: 'Live', lost: 'No connection', token: 'Token needed', file: 'Saved file' };

export function mount(root, store) {
  let line = null;
  let held = null;     // events that came while everything was being fetched
  let first = null;    // the hello of this page: another version or seed is another page

  async function world(key) {
    held ??= [];
    try {
      const [journal] = await Promise.all([api.control('GET', 'requests', null, { key }), fetchAll()]);
      if (key !== store.state.key) return;
      store.state.exchanges = [];
      for (const exchange of journal.requests) insert(store.state.exchanges, exchange);
      store.set({ connection: 'live' });
      store.touch('exchanges');
      store.emit('world', null);
    } catch (error) {
      if (error.status === 0 || error.status >= 500) line?.again();
      return;
    } finally {
      if (key === store.state.key) {
        const waiting = held ?? [];
        held = null;
        for (const [type, data] of waiting) store.take(type, data);
      }
    }
  }

  function event(key, type, data) {
    if (type === 'hello') {
      const server = { version: data.version, seed: data.seed, started: data.started };
      if (first && (first.version !== server.version || first.seed !== server.seed)) location.reload();
      first = server;
      store.set({ server });
    } else if (type === 'gap') {
      world(key);
    } else if (held) {
      held.push([type, data]);
    } else {
      store.take(type, data);
    }
  }

  function follow(key) {
    line?.stop();
    line = null;
    held = null;
    if (!key) return;
    line = listen(key, {
      open(resumed) {
        if (resumed) {
          store.set({ connection: 'live' });
          refresh('clock', 'report');
        } else {
          world(key);
        }
      },
      event: (type, data) => event(key, type, data),
      lost: error => store.set({ connection: error.status === 401 ? 'token' : 'lost', trouble: error.message }),
    });
  }

  function closeFile() {
    store.forget(null);
    store.set({ connection: 'starting' });
    store.emit('authority', null);
  }

  let key;
  const notice = document.getElementById('notice');
  store.on('authority', () => line?.retry());
  store.subscribe(changed => {
    if (changed.has('key') && store.state.key !== key && !store.state.file) {
      key = store.state.key;
      follow(key);
    }
    if (changed.has('file') && store.state.file) { key = null; follow(null); }
    if (!changed.has('connection') && !changed.has('trouble') && !changed.has('file')) return;
    const { connection, trouble, file } = store.state;
    setText(root, WORDS[connection]);
    root.dataset.state = connection;
    notice.hidden = connection !== 'lost' && !file;
    if (file) replace(notice, `${file.name}, a saved ${file.kind}. `, button('Close the file', closeFile, { class: 'plain' }));
    if (connection === 'lost') {
      replace(notice, element('span', {}, `${trouble ?? ''} What you see may be out of date; the page tries again by itself. `),
        button('Try now', () => line?.retry(), { class: 'plain' }));
    }
  });
}
