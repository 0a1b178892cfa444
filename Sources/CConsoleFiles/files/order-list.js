// The orders, newest first, each with its tickets; one press shows a ticket's code.
import { button, element, replace } from './dom.js';
import { day, money } from './format.js';
import { place } from './ticket-code.js';

const MOST = 100;

/** @param {{open: (order: object, ticket: object) => void, voidOrder: (order: object) => void}} actions */
export function createOrderList({ open, voidOrder }) {
  const root = element('div', { class: 'order-list' });
  const presses = new Map();

  function line(order, nameOf, isLive) {
    const state = order.voided ? 'voided' : order.deliverable === false ? `token comes ${day(order.delivery_from)}`
      : 'token available';
    const tickets = order.tickets.map(ticket => {
      const press = button(place(ticket), () => open(order, ticket), { class: 'plain ticket-line' });
      presses.set(ticket.barcode_id, press);
      return element('li', {}, press);
    });
    return element('article', { class: `order ${order.voided ? 'is-voided' : ''}` },
      element('h4', {}, element('span', { class: 'figures', text: order.order_number }),
        element('span', { class: `order-state order-${order.voided ? 'voided' : order.deliverable ? 'ready' : 'waits'}`, text: state })),
      element('p', { class: 'quiet', text: [
        nameOf(order.event_id), order.account && `account ${order.account}`, money(order.grand),
      ].filter(Boolean).join(' · ') }),
      element('ul', { class: 'ticket-lines' }, tickets),
      isLive && !order.voided && button('Void', () => voidOrder(order), { class: 'plain order-void', 'aria-label': `Void order ${order.order_number}` }));
  }

  return {
    element: root,
    /** Shows the orders; `nameOf` gives the name of an event. */
    show(orders, nameOf, isLive) {
      presses.clear();
      const newest = [...orders.values()].slice(-MOST).reverse();
      replace(root, newest.map(order => line(order, nameOf, isLive)),
        !orders.size && element('p', { class: 'quiet', text: 'Nothing was bought yet.' }),
        orders.size > MOST && element('p', { class: 'quiet', text: `And ${orders.size - MOST} older ones.` }));
    },
    /** Says which ticket is open. */
    mark(barcode) {
      for (const [each, press] of presses) press.setAttribute('aria-current', String(each === barcode));
    },
  };
}
