// Which calls are listed. Every filter stands in the address.

import { address } from './address.js';
import { account, refused, title } from './exchange.js';
import { element, replace } from './dom.js';

const STATUSES = [['', 'Any status'], ['refused', 'Refused'], ['2xx', '2xx'], ['3xx', '3xx'], ['4xx', '4xx'], ['5xx', '5xx'],
  ['none', 'No answer']];

/** The filter of the address as a function of an exchange, or null if everything is listed. */
export function filterNow() {
  const operation = address.get('op');
  const status = address.get('status');
  const text = address.get('text')?.toLowerCase();
  if (!operation && !status && !text) return null;
  return exchange => (!operation || (exchange.operation ?? 'none') === operation)
    && (!status || hasStatus(exchange, status)) && (!text || textOf(exchange).includes(text));
}

function hasStatus(exchange, wanted) {
  if (wanted === 'refused') return refused(exchange);
  if (wanted === 'none') return exchange.status === null || exchange.status === undefined;
  return wanted.endsWith('xx') ? Math.floor(exchange.status / 100) === Number(wanted[0]) : String(exchange.status) === wanted;
}

function textOf(exchange) {
  const words = [exchange.id, title(exchange), exchange.path, exchange.diagnosis, exchange.scenario, exchange.fidelity,
    exchange.outcome, account(exchange)];
  if (exchange.request) words.push(JSON.stringify(exchange.request.body), JSON.stringify(exchange.response?.body ?? null));
  return words.join('\n').toLowerCase();
}

/** The fields of the filter. @returns {{root: HTMLElement, operations: (list: Set<string>) => void, field: HTMLElement}} */
export function filterFields() {
  const set = name => event => address.set({ [name]: event.target.value });
  const operation = element('select', { 'aria-label': 'Operation', on: { change: set('op') } });
  const status = element('select', { 'aria-label': 'Status', on: { change: set('status') } },
    ...STATUSES.map(([value, label]) => element('option', { value }, label)));
  const text = element('input', { type: 'search', placeholder: 'Text', 'aria-label': 'Text in calls', on: { input: set('text') } });
  let known = null;

  const operations = names => {
    const wanted = address.get('op') ?? '';
    const all = [...new Set([...names, ...(wanted ? [wanted] : [])])].sort();
    if (all.join() !== known && document.activeElement !== operation) {
      known = all.join();
      replace(operation, element('option', { value: '' }, 'Any operation'),
        ...all.map(name => element('option', { value: name }, name === 'none' ? 'No operation' : name)));
    }
    operation.value = wanted;
    const chosen = address.get('status') ?? '';
    if (![...status.options].some(option => option.value === chosen)) status.append(element('option', { value: chosen }, chosen));
    status.value = chosen;
    if (document.activeElement !== text) text.value = address.get('text') ?? '';
  };
  return { root: element('div', { class: 'filters' }, operation, status, text), operations, field: text };
}
