// What the stream does not tell in full is fetched after the events that change it, each part at its own pace.

import { api, clockFrom } from './api.js';
import { store } from './store.js';

const map = (list, name) => new Map(list.map(item => [item[name], item]));

const sources = {
  clock: { after: ['cart', 'order', 'clock', 'moved', 'reset'], pace: 500, take: answer => clockFrom(answer) },
  events: { after: ['cart', 'order', 'reset'], pace: 1000, take: answer => answer.events },
  carts: { after: ['cart', 'clock', 'reset'], pace: 1000, take: answer => map(answer.carts, 'cart_id') },
  orders: { after: ['order', 'clock', 'moved', 'reset'], pace: 500, take: answer => map(answer.orders, 'order_number') },
  scenarios: { after: ['scenarios', 'reset'], pace: 300, take: answer => answer },
  faults: { after: ['fault', 'faults', 'reset'], pace: 300, take: answer => answer.faults.filter(fault => fault.remaining > 0) },
  report: { after: ['request', 'scan', 'clock', 'reset'], pace: 1000, take: answer => answer },
};

/** Fetches everything at once; resolves when all of it is there. */
export const fetchAll = () => Promise.all(Object.entries(sources).map(([name, source]) => get(name, source)));

for (const [name, source] of Object.entries(sources)) {
  for (const type of source.after) store.on(type, () => { source.due = true; work(name, source); });
}

async function get(name, source, wanted = () => true) {
  const { key } = store.state;
  if (!key || key === '-') return;
  source.due = false;
  const answer = await api.control('GET', name);
  if (key === store.state.key && wanted()) store.set({ [name]: source.take(answer) });
}

async function work(name, source) {
  if (source.busy) return;
  source.busy = true;
  // An answer from before the newest event would undo what was folded in since; in a burst one of three is taken.
  for (let skipped = 0; source.due;) {
    await new Promise(done => setTimeout(done, source.rest ?? 30));
    const begun = performance.now();
    await get(name, source, () => !source.due || skipped++ > 1).catch(() => { source.due = false; });
    source.rest = Math.max(source.pace, 10 * (performance.now() - begun));
  }
  setTimeout(() => { source.rest = 30; }, source.pace);
  source.busy = false;
}
