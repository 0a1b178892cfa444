// The stream does not say whose call it was. For the rows that are seen, the journal does, once things are quiet.

import { account } from './exchange.js';
import { number } from './fold.js';

/** Returns a function that is told which exchanges are seen; `found()` is called after some accounts became known. */
export function accountsOf(store, api, found) {
  let timer = null;

  async function look(seen) {
    const unknown = seen.filter(exchange => account(exchange) === undefined);
    if (!unknown.length || store.state.file) return;
    for (const exchange of unknown) exchange.account = null;
    const first = number(unknown[0]);
    const query = { since: `${unknown[0].id[0]}${first - 1}`, limit: Math.min(100, number(unknown.at(-1)) - first + 1) };
    const { requests } = await api.control('GET', 'requests', null, { query });
    const known = new Map(requests.map(entry => [entry.id, entry]));
    for (const exchange of unknown) exchange.account = account(known.get(exchange.id) ?? exchange);
    found();
  }

  return seen => {
    clearTimeout(timer);
    timer = setTimeout(() => look(seen).catch(() => {}), 400);
  };
}
