// One call in the list: a line, and under a refused one its diagnosis.

import { account, fidelity, outcome, path, refused, title } from './exchange.js';
import { element } from './dom.js';
import { milliseconds, time } from './format.js';

const pen = document.createElement('canvas').getContext('2d');

/** The row of an exchange. */
export function callRow(exchange, selected, height) {
  const { mark, word, sentence } = fidelity(exchange);
  const row = element(refused(exchange) ? 'div.call.refused' : 'div.call',
    { role: 'option', id: `call-${exchange.id}`, 'aria-selected': selected, data: { id: exchange.id } },
    element('span.when', exchange.time && time(exchange.time)),
    element('span.what', title(exchange), exchange.operation && element('span.path', ` ${path(exchange)}`)),
    element('span.scenario', exchange.scenario && ['◆', element('span', ` ${exchange.scenario}`)]),
    element('span.account', account(exchange)), element('span.status', outcome(exchange)),
    element('span.ms', milliseconds(exchange.milliseconds)), element('span.fidelity', { title: sentence }, mark, element('span', ` ${word}`)),
    refused(exchange) && exchange.diagnosis && element('span.why', { title: exchange.diagnosis }, exchange.diagnosis));
  row.style.setProperty('height', `${height}px`);
  return row;
}

/** How high rows are in a list of this width: a function of an exchange. Says how much room there is as `data-room`. */
export function callHeight(root) {
  const style = getComputedStyle(document.documentElement);
  const size = parseFloat(style.fontSize);
  const width = root.clientWidth / size;
  root.dataset.room = width < 30 ? 'narrow' : width < 48 ? 'middle' : 'wide';
  const line = 0.93 * size * Math.max(10, width - (width < 30 ? 2 : 7.5));
  pen.font = `${0.9375 * size}px ${style.fontFamily}`;
  return exchange => Math.round(size * (refused(exchange) && exchange.diagnosis
    ? 2.1 + 1.3 * Math.min(4, Math.ceil(pen.measureText(exchange.diagnosis).width / line)) : 1.85));
}
