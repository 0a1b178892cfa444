// What the page shows stands after the `#` of its address, so that it can be sent to a colleague and never reaches a log.

import { store } from './store.js';

const read = () => new URLSearchParams(location.hash.slice(1));
let values = read();

addEventListener('hashchange', () => {
  values = read();
  store.touch('address');
});

export const address = {
  /** The value of a name, or null. */
  get: name => values.get(name),

  /** The address of the same page with some names changed; null removes a name. */
  link(changes) {
    const next = new URLSearchParams(values);
    for (const [name, value] of Object.entries(changes)) {
      if (value) next.set(name, value);
      else next.delete(name);
    }
    return '#' + next.toString().replaceAll('%2F', '/');
  },

  /** Goes to such an address. `push` makes an entry of the history that *Back* returns to. */
  set(changes, { push } = {}) {
    const next = this.link(changes);
    if (next === this.link({})) return;
    history[push ? 'pushState' : 'replaceState'](null, '', next);
    values = read();
    store.touch('address');
  },
};
