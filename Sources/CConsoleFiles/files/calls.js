// The calls: one line each as they arrive, and the one that is open.

import { account, fidelity, outcome, refused, title, path } from './exchange.js';
import { address } from './address.js';
import { accountsOf } from './call-accounts.js';
import { button, element, replace, setText } from './dom.js';
import { count, milliseconds, time } from './format.js';
import { detail } from './call-detail.js';
import { filterFields, filterNow } from './call-filter.js';
import { listWindow } from './call-window.js';

export function mount(root, store, api) {
  let shown = [];         // what is listed
  let source = [];        // what it was taken from, and how far
  let taken = 0;
  let newest = null;
  let filter = null;
  let paused = null;      // the list as it was when the pause began
  let cursor = null;
  let sizes = null;
  const operations = new Set();

  const fields = filterFields();
  const pause = button('Pause', () => setPaused(!paused), { 'aria-pressed': 'false', title: 'Stop the list; the calls are kept' });
  const follow = button('Follow', () => { list.follow = !list.follow; }, { 'aria-pressed': 'true', title: 'Keep to the newest call' });
  const tally = element('p', { class: 'calls-count quiet' });
  const empty = element('div', { class: 'empty quiet' });
  const list = listWindow({ draw, height, label: 'Calls, oldest first', moved });
  const panel = detail(store, api, step);
  const accounts = accountsOf(store, api, () => list.redraw());
  root.append(element('div', { class: 'calls-list' },
    element('div', { class: 'calls-bar' }, element('h2', {}, 'Calls'), tally, pause, follow, fields.root), list.root, empty), panel.root);
  sizes = measure();

  function measure() {
    const size = parseFloat(getComputedStyle(document.documentElement).fontSize);
    const room = list.root.clientWidth || innerWidth;
    const narrow = room < size * 30;
    list.root.parentElement.dataset.room = narrow ? 'narrow' : room < size * 48 ? 'middle' : 'wide';
    const width = room - size * (narrow ? 2 : 7.5);
    return { line: Math.round(size * 1.85), why: size * 1.3, rest: size * 0.25, letters: Math.max(20, width / (size * 0.55)) };
  }

  /** A line, and under a refused call as many as its diagnosis is likely to take, four at most. */
  function height(exchange) {
    if (!refused(exchange) || !exchange.diagnosis) return sizes.line;
    return Math.round(sizes.line + sizes.rest + sizes.why * Math.min(4, Math.ceil(exchange.diagnosis.length / sizes.letters)));
  }

  function draw(exchange) {
    const label = fidelity(exchange);
    const row = element('div', { class: refused(exchange) ? 'call refused' : 'call', role: 'option', id: `call-${exchange.id}`,
      'aria-selected': exchange.id === cursor, data: { id: exchange.id } },
    element('span', { class: 'when' }, exchange.time ? time(exchange.time) : ''),
    element('span', { class: 'what' }, title(exchange), exchange.operation ? element('span', { class: 'path' }, ` ${path(exchange)}`) : null),
    element('span', { class: 'scenario', title: exchange.scenario ? `Scenario or fault: ${exchange.scenario}` : null },
      exchange.scenario ? ['◆', element('span', {}, ` ${exchange.scenario}`)] : null),
    element('span', { class: 'account' }, account(exchange) ?? ''),
    element('span', { class: 'status' }, outcome(exchange)),
    element('span', { class: 'ms' }, milliseconds(exchange.milliseconds)),
    element('span', { class: 'fidelity', title: label.sentence }, `${label.mark} `, element('span', {}, label.word)),
    refused(exchange) && exchange.diagnosis ? element('span', { class: 'why', title: exchange.diagnosis }, exchange.diagnosis) : null);
    row.style.setProperty('height', `${height(exchange)}px`);
    return row;
  }

  function moved(following) {
    follow.setAttribute('aria-pressed', following);
    accounts(list.seen());
    const active = document.getElementById(`call-${cursor}`);
    if (active) list.root.setAttribute('aria-activedescendant', active.id);
    else list.root.removeAttribute('aria-activedescendant');
  }

  function take() {
    const all = paused ?? store.state.exchanges;
    const grown = all === source && taken <= all.length && all[taken - 1] === newest;
    const from = grown ? taken : 0;
    const same = grown ? shown.length : 0;
    if (!grown) { shown = []; operations.clear(); }
    for (let at = from; at < all.length; at++) {
      operations.add(all[at].operation ?? 'none');
      if (!filter || filter(all[at])) shown.push(all[at]);
    }
    [source, taken, newest] = [all, all.length, all.at(-1)];
    list.show(shown, same);
    say(all);
  }

  function say(all) {
    const missed = paused ? store.state.exchanges.length - all.length : 0;
    setText(tally, missed > 0 ? `${missed} more since the pause` : filter ? `${shown.length} of ${all.length}` : all.length ? count(all.length, 'call') : '');
    empty.hidden = shown.length > 0;
    if (shown.length) return;
    if (filter) replace(empty, element('p', {}, all.length ? 'No call fits the filters.' : 'No calls yet.'),
      button('Show all calls', () => address.set({ op: null, status: null, text: null })));
    else replace(empty, element('p', {}, store.state.file ? 'This file holds no calls.' : 'Calls appear here as they arrive.'), store.state.file ? null
      : element('p', {}, 'Point your app at ', element('code', {}, location.origin), ' with any key.'));
  }

  function setPaused(on) {
    paused = on ? store.state.exchanges.slice() : null;
    pause.setAttribute('aria-pressed', on);
    setText(pause, on ? 'Resume' : 'Pause');
    take();
  }

  function step(by) {
    const at = shown.findIndex(exchange => exchange.id === cursor);
    const next = at < 0 ? shown.length - 1 : Math.max(0, Math.min(shown.length - 1, at + by));
    if (!shown[next]) return;
    list.follow = false;
    select(shown[next].id);
    list.reveal(next);
    if (address.get('open')) address.set({ open: cursor });
  }

  function select(id) {
    cursor = id;
    for (const row of list.root.querySelectorAll('[role="option"]')) row.setAttribute('aria-selected', row.dataset.id === id);
  }

  list.root.addEventListener('click', event => {
    const id = event.target.closest('.call')?.dataset.id;
    if (!id) return;
    select(id);
    address.set({ open: id }, { push: !address.get('open') });
  });
  list.root.addEventListener('keydown', event => {
    const moves = { ArrowDown: 1, ArrowUp: -1, PageDown: 15, PageUp: -15, Home: -Infinity, End: Infinity };
    if (event.key in moves) { event.preventDefault(); step(moves[event.key]); }
    if (event.key === 'Enter' && cursor) address.set({ open: cursor }, { push: true });
  });
  new ResizeObserver(() => { sizes = measure(); list.redraw(true); }).observe(list.root);

  store.on('calls', what => ({ next: () => step(1), previous: () => step(-1), pause: () => setPaused(!paused),
    follow: () => { list.follow = !list.follow; }, find: () => fields.field.focus(), curl: () => panel.copy(),
    open: () => cursor && address.set({ open: cursor }, { push: true }) })[what]?.());
  store.on('world', () => { paused = null; pause.setAttribute('aria-pressed', false); setText(pause, 'Pause'); });
  store.subscribe(changed => {
    if (changed.has('address')) {
      filter = filterNow();
      source = null;
    }
    if (changed.has('exchanges') || changed.has('address') || changed.has('key')) {
      if (!paused || changed.has('address')) take();
      else say(paused);
      fields.operations(operations);
      panel.draw();
      const open = address.get('open');
      root.classList.toggle('opened', Boolean(open));
      if (open && open !== 'latest' && open !== cursor) {
        select(open);
        const at = shown.findIndex(exchange => exchange.id === open);
        if (at >= 0 && changed.has('address')) { list.follow = false; list.reveal(at); }
      }
    }
  });
}
