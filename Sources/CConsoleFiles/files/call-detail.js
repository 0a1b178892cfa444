// The open call: what was asked, what was answered, and why.

import { account, fidelity, outcome, refused, title } from './exchange.js';
import { address } from './address.js';
import { button, element, replace } from './dom.js';
import { curl } from './curl.js';
import { day, milliseconds, time } from './format.js';
import { insert } from './fold.js';
import { jsonView } from './json-view.js';

/** The panel of the open call. `step(1)` opens the next one. */
export function detail(store, api, step) {
  const root = element('section.call-detail', { 'aria-label': 'The open call', hidden: true });
  const copied = element('span.copied.quiet', { role: 'status' });
  let drawn = null;
  let asked = null;    // the call whose rest was asked for
  let answer = '';     // and what came of it, if not the rest

  const find = open => open === 'latest' ? store.state.exchanges.at(-1) : store.state.exchanges.findLast(exchange => exchange.id === open);

  async function complete(id) {
    if (store.state.file || store.state.connection !== 'live' || asked === id) return;
    [asked, answer] = [id, 'Looking for the rest…'];
    try {
      insert(store.state.exchanges, await api.control('GET', `requests/${id}`));
      store.touch('exchanges');
    } catch (error) {
      answer = `${error.message} The journal keeps the newest 1,000 calls.`;
      drawn = null;
      draw();
    }
  }

  function close() {
    address.set({ open: null }, { push: true });
    document.querySelector('.list').focus();
  }

  async function copy() {
    const exchange = find(address.get('open'));
    if (!exchange) return;
    try {
      await navigator.clipboard.writeText(curl(exchange));
      replace(copied, 'Copied');
    } catch {
      // Without a secure origin the clipboard is out of reach: the command is shown, to be copied by hand.
      replace(copied, jsonView(curl(exchange)));
    }
  }

  function draw() {
    const open = address.get('open');
    root.hidden = !open;
    const exchange = open ? find(open) : null;
    const state = exchange ?? open;
    if (state === drawn && (exchange?.request || asked === (exchange?.id ?? open))) return;
    drawn = state;
    if (!open) return;
    const latest = open === 'latest';
    const id = exchange?.id ?? open;
    if (!exchange?.request && id !== 'latest') complete(id);
    replace(copied);
    replace(root,
      element('div.row', element('span.label', id), button('Previous', () => step(-1)), button('Next', () => step(1)),
        button('Latest', () => address.set({ open: latest ? id : 'latest' }), { 'aria-pressed': latest, title: 'Always show the newest call' }),
        exchange?.request && button('Copy as curl', copy), copied, button('Close', close, { class: 'close' })),
      exchange ? content(exchange) : null,
      exchange?.request ? null : element('p.quiet', latest && !exchange ? 'The next call opens here.' : answer));
  }
  return { root, draw, copy, close };
}

function content(exchange) {
  const { word, mark, sentence } = fidelity(exchange);
  const facts = {
    Time: exchange.time && `${time(exchange.time)} · ${day(exchange.time)}`, Took: exchange.milliseconds != null && `${milliseconds(exchange.milliseconds)} ms`,
    Account: account(exchange), Outcome: exchange.outcome !== 'answered' && exchange.outcome, Scenario: exchange.scenario,
    Fidelity: word && `${mark} ${word}. ${sentence}`,
  };
  return [
    element(refused(exchange) ? 'h2.bad' : 'h2', `${outcome(exchange)} ${title(exchange)}`),
    exchange.diagnosis && element('p.diagnosis', exchange.diagnosis), list('facts', facts),
    ...message('Request', `${exchange.method ?? ''} ${exchange.path ?? ''}`, exchange.request),
    ...message('Answer', exchange.status, exchange.response), ...message('Answer, not received', exchange.unsent?.status, exchange.unsent),
  ];
}

const list = (name, values) => element(`dl.${name}`, Object.entries(values).map(([key, value]) => value ? [element('dt', key), element('dd', String(value))] : null));

function message(name, line, sent) {
  if (!sent) return [];
  return [element('h3', name, ' ', element('code', String(line))),
    element('details', element('summary', `Headers (${Object.keys(sent.headers ?? {}).length})`), list('headers', sent.headers ?? {})),
    sent.body == null ? element('p.quiet', 'No body') : jsonView(sent.body)];
}
