// The stream does not say whose call it was. For the rows that are seen, the journal does.

import { account } from './exchange.js';
import { number } from './fold.js';

const WAIT = 400;

/**
 * Returns a function that is told which exchanges are seen, and finds out their accounts once things are quiet.
 * `found` is called after some became known.
 */
export function accountsOf(store, api, found) {
  let timer = null;
  let busy = false;
  let seen = [];

  async function ask() {
    timer = null;
    const unknown = seen.filter(exchange => exchange.account === undefined && !exchange.request);
    if (!unknown.length || busy || store.state.file || !store.state.key) return;
    busy = true;
    try {
      const [first, last] = [number(unknown[0]), number(unknown.at(-1))];
      const query = { since: `${unknown[0].id[0]}${first - 1}`, limit: Math.min(100, last - first + 1) };
      const known = new Map((await api.control('GET', 'requests', null, { query })).requests.map(entry => [entry.id, entry]));
      for (const exchange of unknown) exchange.account = known.has(exchange.id) ? account(known.get(exchange.id)) : null;
      found();
    } catch {
      for (const exchange of unknown) exchange.account = null;
    } finally {
      busy = false;
    }
  }

  return exchanges => {
    seen = exchanges;
    clearTimeout(timer);
    timer = setTimeout(ask, WAIT);
  };
}
