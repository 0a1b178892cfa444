// What there is in the sandbox: events with the picture of a house, carts, orders, and the code of a ticket.
import { address } from './address.js';
import { createCartList } from './cart-list.js';
import { button, element, replace, setText } from './dom.js';
import { createEventList } from './event-list.js';
import { followHouse } from './house-live.js';
import { createHouse } from './house.js';
import { createOrderList } from './order-list.js';
import { createTicketCode } from './ticket-code.js';
import { forget } from './tokens.js';

/** Puts the view into `root`. */
export function mount(root, store, api) {
  const house = createHouse({ label: 'Seats of the event' });
  const live = followHouse(house, store, api);
  const code = createTicketCode(store, api);
  const events = createEventList(id => address.set({ event: id }));
  const carts = createCartList({ look });
  const orders = createOrderList({ open, voidOrder });
  const eventName = element('h3', { class: 'state-event' });
  const eventFacts = element('p', { class: 'quiet' });
  const codePart = element('section', { class: 'state-code', 'aria-label': 'Ticket', hidden: true }, code.element,
    button('Close', () => address.set({ order: null, ticket: null }), { class: 'plain ticket-close', 'aria-label': 'Close the ticket' }));
  const trouble = element('p', { class: 'state-trouble', role: 'alert', hidden: true });

  replace(root, element('h2', { class: 'visually-hidden', text: 'State' }), trouble,
    element('div', { class: 'state' },
      element('div', { class: 'state-lists' },
        element('section', { 'aria-label': 'Events' }, element('h3', { text: 'Events' }), events.element),
        element('section', { 'aria-label': 'Carts' }, element('h3', { text: 'Held' }), carts.element),
        element('section', { 'aria-label': 'Orders' }, element('h3', { text: 'Orders' }), orders.element)),
      element('div', { class: 'state-pictures' }, codePart,
        element('section', { 'aria-label': 'House' }, eventName, eventFacts, house.element))));

  let held = [];
  const nameOf = id => store.state.events.find(event => event.id === id)?.name ?? id;

  function look(seats, eventId) {
    held = seats;
    address.set({ event: eventId, order: null, ticket: null });
    drawEvent();
    drawTicket();
  }

  function open(order, ticket) {
    address.set({ order: order.order_number, ticket: ticket.barcode_id, event: order.event_id });
    drawEvent();
    drawTicket();
    codePart.scrollIntoView({ block: 'nearest' });
  }

  async function voidOrder(order) {
    trouble.hidden = true;
    try {
      await api.control('POST', `orders/${encodeURIComponent(order.order_number)}/void`);
    } catch (error) {
      trouble.hidden = false;
      setText(trouble, `The order was not voided: ${error.message}`);
    }
  }

  function drawEvent() {
    const list = store.state.events;
    const event = list.find(each => each.id === address.get('event')) ?? list.find(isTouched) ?? list[0];
    events.mark(event?.id);
    setText(eventName, event?.name ?? 'No events');
    setText(eventFacts, event ? `${event.code} · ${event.host} · ${event.id}` : '');
    live.open(event?.id ?? null);
  }

  /** Whether somebody holds or bought seats here just now: that is the house to look at first. */
  const isTouched = event => [...store.state.carts.values()].some(cart => cart.event_id === event.id);

  function drawTicket() {
    const order = store.state.orders.get(address.get('order'));
    const ticket = order?.tickets.find(each => each.barcode_id === address.get('ticket')) ?? order?.tickets[0];
    codePart.hidden = !ticket || Boolean(store.state.file);
    orders.mark(ticket?.barcode_id);
    if (!ticket) return house.mark(held);
    code.show(order, ticket);
    house.mark(order.tickets.map(each => `${each.section}/${each.row}/${each.seat_name}`));
  }

  store.on('world', () => forget());
  store.subscribe(changed => {
    if (root.hidden) return;
    const all = changed.has('address') || changed.has('key');
    const has = (...parts) => all || parts.some(part => changed.has(part));
    if (has('events')) events.show(store.state.events);
    if (has('carts', 'events')) carts.show(store.state.carts, nameOf);
    if (has('orders', 'events')) orders.show(store.state.orders, nameOf, !store.state.file);
    if (has('events', 'carts')) drawEvent();
    if (has('orders', 'events')) drawTicket();
    if (has('carts')) carts.tick(store.now());
  });
  store.onTick(now => {
    if (root.hidden) return;
    carts.tick(now);
    if (!codePart.hidden) code.tick(now);
  });
}
