// The calls: one line each as they arrive, and the one that is open.

import { accountsOf } from './call-accounts.js';
import { address } from './address.js';
import { button, element, replace, setText } from './dom.js';
import { callHeight, callRow } from './call-row.js';
import { count } from './format.js';
import { detail } from './call-detail.js';
import { filterFields, filterNow } from './call-filter.js';
import { listWindow } from './call-window.js';

export function mount(root, store, api) {
  let shown = [];       // what is listed
  let source = null;    // what it was taken from, and how far
  let taken = 0;
  let newest = null;
  let filter = null;
  let paused = null;    // the list as it was when the pause began
  let cursor = null;
  let height = () => 30;
  const operations = new Set();

  const accounts = accountsOf(store, api, () => list.redraw());
  const list = listWindow({ label: 'Calls, oldest first', height: exchange => height(exchange),
    draw: exchange => callRow(exchange, exchange.id === cursor, height(exchange)), painted });
  const fields = filterFields();
  const pause = button('Pause', () => setPaused(!paused), { title: 'Stop the list; the calls are kept' });
  const follow = button('Follow', list.toggleFollow, { title: 'Keep to the newest call' });
  const tally = element('p.calls-count.quiet');
  const empty = element('div.empty.quiet');
  const panel = detail(store, api, step);
  root.append(element('div.calls-list', element('div.calls-bar', element('h2', 'Calls'), tally, pause, follow, fields.root), list.root, empty), panel.root);

  function painted(seen, following) {
    follow.setAttribute('aria-pressed', following);
    list.root.setAttribute('aria-activedescendant', seen.some(exchange => exchange.id === cursor) ? `call-${cursor}` : '');
    accounts(seen);
  }

  /** Takes what is new into the list; everything, if the list has been cut, filtered or begun anew. */
  function take() {
    const all = paused ?? store.state.exchanges;
    const grown = all === source && all[taken - 1] === newest;
    const same = grown ? shown.length : 0;
    if (!grown) [shown, taken] = [[], 0];
    for (; taken < all.length; taken++) {
      operations.add(all[taken].operation ?? 'none');
      if (!filter || filter(all[taken])) shown.push(all[taken]);
    }
    [source, newest] = [all, all.at(-1)];
    list.show(shown, same);
  }

  function say() {
    const { exchanges, file } = store.state;
    const missed = paused ? exchanges.length - paused.length : 0;
    setText(tally, missed > 0 ? `${missed} more since the pause` : filter ? `${shown.length} of ${taken}` : taken ? count(taken, 'call') : '');
    empty.hidden = shown.length > 0;
    if (shown.length) return;
    if (filter) replace(empty, 'No call fits the filters.', button('Show all calls', () => address.set({ op: null, status: null, text: null })));
    else if (file) replace(empty, 'This file holds no calls.');
    else replace(empty, 'Calls appear here as they arrive.', element('p', 'Point your app at ', element('code', location.origin), ' with any key.'));
  }

  function setPaused(on) {
    paused = on ? store.state.exchanges.slice() : null;
    pause.setAttribute('aria-pressed', on);
    setText(pause, on ? 'Resume' : 'Pause');
    store.touch('exchanges');
  }

  /** Goes up or down the list, and takes an open call along. */
  function step(by) {
    const at = shown.findIndex(exchange => exchange.id === cursor);
    const next = at < 0 ? shown.length - 1 : Math.max(0, Math.min(shown.length - 1, at + by));
    if (!shown[next]) return;
    select(shown[next].id, next);
    if (address.get('open')) address.set({ open: cursor });
  }

  function select(id, at = -1) {
    cursor = id;
    for (const row of list.root.querySelectorAll('.call')) row.setAttribute('aria-selected', row.dataset.id === id);
    if (at >= 0) list.reveal(at);
  }

  const open = id => id && address.set({ open: id }, { push: !address.get('open') });
  list.root.addEventListener('click', ({ target }) => open(target.closest('.call')?.dataset.id));
  list.root.addEventListener('keydown', event => {
    const by = { ArrowDown: 1, ArrowUp: -1, PageDown: 15, PageUp: -15, Home: -Infinity, End: Infinity }[event.key];
    if (by) { event.preventDefault(); step(by); }
    if (event.key === 'Enter') open(cursor);
  });
  new ResizeObserver(() => {
    height = callHeight(list.root.parentElement);
    source = null;
    take();
    list.redraw();
  }).observe(list.root);

  const keys = { next: () => step(1), previous: () => step(-1), open: () => open(cursor), pause: () => setPaused(!paused),
    follow: list.toggleFollow, find: () => fields.text.focus(), copy: panel.copy, close: panel.close };
  store.on('calls', key => keys[key]());
  store.on('world', () => setPaused(false));
  store.subscribe(changed => {
    if (changed.has('address')) [filter, source] = [filterNow(), null];
    take();
    say();
    fields.operations(operations);
    panel.draw();
    const id = address.get('open');
    root.classList.toggle('opened', Boolean(id));
    if (id && id !== 'latest' && id !== cursor) select(id, shown.findIndex(exchange => exchange.id === id));
  }, 'exchanges', 'address', 'key');
}
