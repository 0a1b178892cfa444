// The state of the page, in one place. The stream's events are folded in here; views draw what they find.
//
// What `store.state` holds (part: meaning):
//   key         the sandbox's key, '-' for the requests without a key, null before one is known
//   connection  'starting' | 'live' | 'lost' | 'token' (it is asked for) | 'file' (a saved file, no server)
//   server      {version, seed, started} of the stream's hello, or null
//   clock       {now, at, rate, frozen, next}: sandbox's ms at the real ms `at`; `store.now()` is the time now
//   events      the array of GET events
//   carts       Map of cart_id to a cart as in GET carts (live carts only)
//   orders      Map of order_number to an order as in GET orders
//   exchanges   the array of exchanges, oldest first: the stream's `request` event, or the whole of GET requests
//   scenarios   {active, available, descriptions}
//   faults      the array of GET faults
//   report      GET report, or null
//   sandboxes   the array of GET sandboxes
//   moves       what moves of the clock caused, newest first: {label, from, to, expired, deliverable, …}
//   file        {name, kind} of the saved file that is shown, or null
//   trouble     why there is no connection; `complaint`: why the clock was not moved
//
// A view is a module with `export function mount(root, store, api)`, called once. It draws on
// `store.subscribe(changed => …)`, which calls it at most once a frame with a Set of the parts' names.

import { fold } from './fold.js';

const parts = new Set();
const drawers = new Set();
const tickers = new Set();
const listeners = new Map();
let scheduled = false;

function blank() {
  return {
    key: null, connection: 'starting', server: null, clock: null, events: [], carts: new Map(), orders: new Map(),
    exchanges: [], scenarios: null, faults: [], report: null, sandboxes: [], moves: [], file: null, trouble: null,
    complaint: null,
  };
}

export const store = {
  state: blank(),

  /** Calls `draw(changed)` at most once a frame after something changed. Returns a function that ends it. */
  subscribe(draw) {
    drawers.add(draw);
    return () => drawers.delete(draw);
  },

  /** Sets parts of the state, and has the views drawn. */
  set(values) {
    Object.assign(this.state, values);
    this.touch(...Object.keys(values));
  },

  /** Says that the named parts were changed in place. */
  touch(...names) {
    for (const name of names) parts.add(name);
    if (scheduled) return;
    scheduled = true;
    requestAnimationFrame(() => {
      scheduled = false;
      const changed = new Set(parts);
      parts.clear();
      for (const draw of drawers) draw(changed);
      if (changed.has('clock')) tick();
    });
  },

  /** The time of the sandbox's clock in ms since 1970; the machine's own before a clock is known. */
  now() {
    const clock = this.state.clock;
    if (!clock) return Date.now();
    return clock.now + (clock.frozen ? 0 : (Date.now() - clock.at) * clock.rate);
  },

  /** Calls `listener(event)` for each event of the stream of one type ('cart', 'scan', …) right after it is folded in.
   *  The type 'world' comes when everything was fetched anew: throw away what you made of earlier events. */
  on(type, listener) {
    if (!listeners.has(type)) listeners.set(type, new Set());
    listeners.get(type).add(listener);
    return () => listeners.get(type).delete(listener);
  },

  /** Calls `draw(now)` a few times a second while the page is seen, for what runs with the clock. */
  onTick(draw) {
    tickers.add(draw);
    return () => tickers.delete(draw);
  },

  /** Folds one event of the stream in. */
  take(type, data) {
    this.touch(...fold(this.state, type, data, this.now()));
    this.emit(type, data);
  },

  /** Tells the listeners of `type`. */
  emit(type, data) {
    for (const listener of listeners.get(type) ?? []) listener(data);
  },

  /** Forgets a sandbox: everything but the connection, the server and the list of keys. */
  forget(key) {
    const { connection, server, sandboxes } = this.state;
    this.set({ ...blank(), key, connection, server, sandboxes });
    this.emit('world', null);
  },
};

function tick() {
  const now = store.now();
  for (const draw of tickers) draw(now);
}

setInterval(() => { if (!document.hidden) tick(); }, 200);
