// Which calls are listed. Every filter stands in the address.

import { account, refused, title } from './exchange.js';
import { address } from './address.js';
import { element, replace } from './dom.js';

const STATUSES = { '': 'Any status', refused: 'Refused', '2xx': '2xx', '3xx': '3xx', '4xx': '4xx', '5xx': '5xx', none: 'No answer' };
const options = names => Object.entries(names).map(([value, label]) => element('option', { value }, label));

/** The filter of the address as a function of an exchange, or null if everything is listed. */
export function filterNow() {
  const [operation, status, text] = ['op', 'status', 'text'].map(name => address.get(name)?.toLowerCase());
  if (!operation && !status && !text) return null;
  return exchange => (!operation || (exchange.operation ?? 'none') === operation)
    && (!status || (status === 'refused' ? refused(exchange) : `${exchange.status ?? 'none'}`.startsWith(status.replace('xx', ''))))
    && (!text || textOf(exchange).includes(text));
}

function textOf({ request, response, ...exchange }) {
  return [...Object.values(exchange), title(exchange), account({ ...exchange, request }), JSON.stringify([request?.body, response?.body])]
    .join('\n').toLowerCase();
}

/** The fields of the filter; `operations(names)` says which operations there are to choose from. */
export function filterFields() {
  const set = name => ({ target }) => address.set({ [name]: target.value });
  const operation = element('select', { 'aria-label': 'Operation', on: { change: set('op') } });
  const status = element('select', { 'aria-label': 'Status', on: { change: set('status') } }, options(STATUSES));
  const text = element('input', { type: 'search', placeholder: 'Text', 'aria-label': 'Text in calls', on: { input: set('text') } });
  let known = null;

  function operations(names) {
    const wanted = address.get('op') ?? '';
    const all = [...new Set([...names, wanted])].filter(Boolean).sort();
    if (all.join() !== known && document.activeElement !== operation) {
      known = all.join();
      replace(operation, options({ '': 'Any operation', ...Object.fromEntries(all.map(name => [name, name === 'none' ? 'No operation' : name])) }));
    }
    operation.value = wanted;
    status.value = address.get('status') ?? '';
    if (document.activeElement !== text) text.value = address.get('text') ?? '';
  }
  return { root: element('div.filters', operation, status, text), operations, text };
}
