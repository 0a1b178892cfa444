// The state of the page, in one place. The stream's events are folded in here; views draw what they find in `store.state`:
//   key          the sandbox's key, '-' for the calls without a key, null before one is known
//   connection   'starting', 'waiting' (no key yet), 'live', 'lost' (`trouble` says why), 'token' or 'file'
//   clock        {now, at, rate, frozen, next}: the sandbox's ms at the real ms `at`; `store.now()` is the time now
//   carts, orders    Maps of what GET carts and GET orders list, by cart_id and order_number
//   exchanges    oldest first: the stream's `request` event, or the whole of GET requests
//   moves        what moves of the clock caused, newest first: {label, from, to, expired, deliverable, …}
//   file         {name, kind} of a saved file that is shown; events, scenarios, faults, report, sandboxes: as the API lists them
// A view is `export function mount(root, store, api)`, called once; it draws on `store.subscribe(changed => …, 'part', …)`.

import { fold } from './fold.js';

const blank = () => ({ key: null, clock: null, events: [], carts: new Map(), orders: new Map(), exchanges: [], scenarios: null,
  faults: [], report: null, moves: [], file: null, complaint: null });
const parts = new Set();
const drawers = [];
const tickers = new Set();
const listeners = new Map();
const tick = () => { for (const draw of tickers) draw(store.now()); };

export const store = {
  state: { ...blank(), connection: 'starting', trouble: null, sandboxes: [] },

  /** Calls `draw(changed)` after one of the named parts changed, or any if none is named, at most once a frame. */
  subscribe: (draw, ...names) => drawers.push([draw, names]),

  /** Calls `draw(now)` five times a second while the page is seen. */
  onTick: draw => tickers.add(draw),

  /** Calls `listener(data)` after each event of a type was folded in; 'world' says that everything was fetched anew. */
  on(type, listener) {
    listeners.set(type, [...listeners.get(type) ?? [], listener]);
  },

  emit(type, data) {
    for (const listener of listeners.get(type) ?? []) listener(data);
  },

  /** Folds one event of the stream in. */
  take(type, data) {
    this.touch(...fold(this.state, type, data, this.now()));
    this.emit(type, data);
  },

  set(values) {
    Object.assign(this.state, values);
    this.touch(...Object.keys(values));
  },

  /** Says that the named parts were changed in place. */
  touch(...names) {
    if (!parts.size) requestAnimationFrame(() => {
      const changed = new Set(parts);
      parts.clear();
      for (const [draw, names] of drawers) if (!names.length || names.some(name => changed.has(name))) draw(changed);
      if (changed.has('clock')) tick();
    });
    for (const name of names) parts.add(name);
  },

  /** The time of the sandbox's clock in ms since 1970. */
  now() {
    const { clock } = this.state;
    return clock ? clock.now + (clock.frozen ? 0 : (Date.now() - clock.at) * clock.rate) : Date.now();
  },

  /** Goes to another sandbox, and forgets what is known of the last one. */
  forget(key) {
    this.set({ ...blank(), key });
    this.emit('world', null);
  },
};

setInterval(() => { if (!document.hidden) tick(); }, 200);
