// The events of the sandbox, one a line, each with how much of its house is left.
import { element, replace } from './dom.js';
import { day } from './format.js';

/**
 * @param {(id: string) => void} open called with the event that was pressed
 */
export function createEventList(open) {
  const list = element('ul', { class: 'event-list' });
  const lines = new Map();

  function line(event) {
    const { total, free } = event.seats;
    const fill = element('span', { class: 'event-taken' });
    fill.style.setProperty('transform', `scaleX(${total ? (total - free) / total : 0})`);
    const press = element('button', { type: 'button', class: 'event-line', on: { click: () => open(event.id) } },
      element('span', { class: 'event-name', text: event.name }),
      element('span', { class: 'event-day figures', text: day(event.start) }),
      element('span', { class: 'event-free figures', text: sale(event) }),
      element('span', { class: 'event-bar' }, fill));
    lines.set(event.id, press);
    return element('li', {}, press);
  }

  return {
    element: list,
    /** Shows `GET events`. */
    show(events) {
      lines.clear();
      replace(list, events.map(line));
    },
    /** Says which event is open. */
    mark(id) {
      for (const [each, press] of lines) press.setAttribute('aria-current', String(each === id));
    },
  };
}

function sale({ seats, transactable }) {
  if (!transactable) return 'not sold by API';
  return seats.free ? `${seats.free.toLocaleString('en-GB')} free` : 'sold out';
}
