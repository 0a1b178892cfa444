// What the stream does not tell in full is fetched again after the events that change it, each part at its own pace.

import { api, clockFrom } from './api.js';
import { store } from './store.js';

const map = (list, name) => new Map(list.map(item => [item[name], item]));

const sources = {
  clock: { path: 'clock', after: ['cart', 'order', 'clock', 'moved', 'reset'], pace: 500,
    take: (answer, state) => ({ clock: clockFrom(answer, state.clock) }) },
  events: { path: 'events', after: ['cart', 'order', 'reset'], pace: 1000, take: answer => ({ events: answer.events }) },
  carts: { path: 'carts', after: ['cart', 'clock', 'reset'], pace: 1000,
    take: answer => ({ carts: map(answer.carts, 'cart_id') }) },
  orders: { path: 'orders', after: ['order', 'clock', 'moved', 'reset'], pace: 500,
    take: answer => ({ orders: map(answer.orders, 'order_number') }) },
  scenarios: { path: 'scenarios', after: ['scenarios', 'reset'], pace: 300, take: answer => ({ scenarios: answer }) },
  faults: { path: 'faults', after: ['fault', 'faults', 'reset'], pace: 300,
    take: answer => ({ faults: answer.faults ?? answer }) },
  report: { path: 'report', after: ['request', 'scan', 'reset', 'clock'], pace: 1000,
    take: answer => ({ report: answer }) },
};

/** Fetches one part soon, or all of them. */
export function refresh(...names) {
  for (const name of names.length ? names : Object.keys(sources)) {
    sources[name].due = true;
    work(sources[name]);
  }
}

/** Fetches everything at once; resolves when all of it is there. */
export async function fetchAll() {
  const key = store.state.key;
  if (key === '-') return;
  await Promise.all(Object.values(sources).map(async source => {
    source.due = false;
    const answer = await api.control('GET', source.path, null, { key });
    if (store.state.key === key) store.set(source.take(answer, store.state));
  }));
}

for (const source of Object.values(sources)) {
  for (const type of source.after) store.on(type, () => { source.due = true; work(source); });
}

async function work(source) {
  if (source.busy || store.state.key === '-' || !store.state.key) return;
  source.busy = true;
  let skipped = 0;
  while (source.due) {
    // The first event is answered soon; a burst is waited for, the longer the costlier the answer is.
    await new Promise(done => setTimeout(done, source.rest ?? 30));
    source.due = false;
    const key = store.state.key;
    const begun = performance.now();
    try {
      const answer = await api.control('GET', source.path, null, { key });
      source.rest = Math.max(source.pace, 10 * (performance.now() - begun));
      if (key !== store.state.key) continue;
      // An answer from before the newest event would undo what was folded in since.
      if (source.due && skipped++ < 2) continue;
      skipped = 0;
      store.set(source.take(answer, store.state));
    } catch {
      break; // The stream notices a server that is gone, and everything is fetched anew when it is back.
    }
  }
  setTimeout(() => { source.rest = 30; }, source.pace);
  source.busy = false;
}
