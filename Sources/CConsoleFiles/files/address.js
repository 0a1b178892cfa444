// What the page shows stands after the `#` of its address, so that it can be sent to a colleague and never reaches a log.

import { store } from './store.js';

let values = read();

function read() {
  return new URLSearchParams(location.hash.slice(1));
}

addEventListener('hashchange', () => {
  values = read();
  store.touch('address');
});

function hash(changes, base) {
  const next = new URLSearchParams(base);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === undefined || value === '') next.delete(name);
    else next.set(name, value);
  }
  return '#' + next.toString().replaceAll('%2F', '/');
}

export const address = {
  /** The value of `name`, or null. */
  get(name) {
    return values.get(name);
  },

  /** Changes the address; null removes a name. `push` makes an entry of the history that *Back* returns to. */
  set(changes, { push = false } = {}) {
    const next = hash(changes, values);
    if (next === '#' + values.toString().replaceAll('%2F', '/')) return;
    history[push ? 'pushState' : 'replaceState'](null, '', next);
    values = read();
    store.touch('address');
  },

  /** The address of another view of the same page, for a link. */
  link(changes) {
    return hash(changes, values);
  },
};
