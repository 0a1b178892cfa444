// The open call: what was asked, what was answered, and why.

import { account, fidelity, outcome, refused, title } from './exchange.js';
import { address } from './address.js';
import { announce } from './announce.js';
import { button, element, replace, setText } from './dom.js';
import { curl } from './curl.js';
import { day, milliseconds, time } from './format.js';
import { insert } from './fold.js';
import { jsonView } from './json-view.js';

/** The panel of the open call. `step(1)` is to open the next one. */
export function detail(store, api, step) {
  const root = element('section', { class: 'call-detail', 'aria-label': 'The open call', hidden: true });
  let drawn = null;
  const asked = new Map();

  function find(open) {
    const { exchanges } = store.state;
    return open === 'latest' ? exchanges.at(-1) : exchanges.findLast(exchange => exchange.id === open);
  }

  async function complete(id, known) {
    if (store.state.file || asked.has(id)) return;
    asked.set(id, 'asked');
    const key = store.state.key;
    try {
      const whole = await api.control('GET', `requests/${id}`);
      asked.delete(id);
      if (key !== store.state.key) return;
      if (known) Object.assign(known, whole);
      else insert(store.state.exchanges, whole);
      drawn = null;
      store.touch('exchanges');
    } catch (error) {
      asked.set(id, error.message);
      drawn = null;
      draw();
    }
  }

  function close() {
    address.set({ open: null }, { push: true });
    document.querySelector('.calls .list').focus();
  }

  async function copy() {
    const exchange = find(address.get('open'));
    if (!exchange) return;
    try {
      await navigator.clipboard.writeText(curl(exchange));
      setText(root.querySelector('.copied'), 'Copied');
      announce('Copied as curl');
    } catch {
      // Without a secure origin the clipboard is out of reach: the command is shown to be copied by hand.
      root.querySelector('.copied').replaceChildren(jsonView(curl(exchange)));
    }
  }

  function draw() {
    const open = address.get('open');
    root.hidden = !open;
    if (!open) { drawn = null; return; }
    const exchange = find(open);
    if (exchange && exchange === drawn) return;
    if (!exchange && drawn === open) return;
    drawn = exchange ?? open;
    if (!exchange) {
      if (open !== 'latest' && store.state.connection === 'live') complete(open, null);
      replace(root, bar(open, []), element('p', { class: 'quiet' }, asked.get(open) === 'asked' ? 'Looking for it…'
        : asked.get(open) ?? (open === 'latest' ? 'The next call opens here.' : `There is no call ${open} here.`)));
      return;
    }
    if (!exchange.request) complete(exchange.id, exchange);
    const label = fidelity(exchange);
    replace(root, bar(exchange.id, exchange.request ? [button('Copy as curl', copy), element('span', { class: 'copied quiet', role: 'status' })] : []),
      element('h2', { class: refused(exchange) ? 'bad' : null }, `${outcome(exchange)} ${title(exchange)}`),
      exchange.diagnosis ? element('p', { class: 'diagnosis' }, exchange.diagnosis) : null,
      element('dl', { class: 'facts' }, ...facts(exchange, label).flatMap(([name, value]) => value ? [element('dt', {}, name), element('dd', {}, value)] : [])),
      ...message('Request', `${exchange.method ?? ''} ${exchange.path ?? ''}`, exchange.request),
      ...(exchange.response ? message('Answer', String(exchange.status), exchange.response) : []),
      ...(exchange.unsent ? message('Answer, not received', String(exchange.unsent.status), exchange.unsent) : []),
      exchange.request ? null : element('p', { class: 'quiet' }, asked.get(exchange.id) === 'asked' ? 'Fetching the rest…'
        : 'The journal no longer has the rest; it keeps the newest 1,000 calls.'));
  }

  function bar(id, more) {
    const follow = address.get('open') === 'latest';
    return element('div', { class: 'row detail-bar' }, element('span', { class: 'label' }, id),
      button('Previous', () => step(-1)), button('Next', () => step(1)),
      button('Latest', () => address.set({ open: follow ? id : 'latest' }), { 'aria-pressed': follow, title: 'Always show the newest call' }),
      ...more, button('Close', close, { class: 'close', 'aria-keyshortcuts': 'Escape' }));
  }

  return { root, draw, copy, close };
}

function facts(exchange, label) {
  return [
    ['Time', exchange.time ? `${time(exchange.time)} · ${day(exchange.time)}` : null],
    ['Took', exchange.milliseconds === undefined || exchange.milliseconds === null ? null : `${milliseconds(exchange.milliseconds)} ms`],
    ['Account', account(exchange)],
    ['Outcome', exchange.outcome === 'answered' ? null : exchange.outcome],
    ['Scenario', exchange.scenario],
    ['Fidelity', label.word ? `${label.mark} ${label.word}. ${label.sentence}` : null],
  ];
}

function message(name, line, { headers, body } = {}) {
  if (!headers && body === undefined) return [];
  return [
    element('h3', {}, name, ' ', element('code', {}, line)),
    element('details', {}, element('summary', {}, `Headers (${Object.keys(headers ?? {}).length})`),
      element('dl', { class: 'headers' }, ...Object.entries(headers ?? {}).flatMap(([key, value]) =>
        [element('dt', {}, key), element('dd', {}, String(value))]))),
    body === null || body === undefined ? element('p', { class: 'quiet' }, 'No body') : jsonView(body),
  ];
}
