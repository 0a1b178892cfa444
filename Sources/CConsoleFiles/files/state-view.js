// What there is in the sandbox: events with the picture of a house, carts, orders, and the code of a ticket.
import { address } from './address.js';
import { button, element, setText } from './dom.js';
import { followHouse } from './house-live.js';
import { createHouse } from './house.js';
import { drawCarts, drawEvents, drawOrders } from './state-lists.js';
import { createTicket } from './ticket.js';

export function mount(root, store, api) {
  const { state } = store;
  const house = createHouse(440);
  const follow = followHouse(house, store, api);
  const ticket = createTicket(store, api, true);
  const [events, carts, orders] = [element('ul.event-list'), element('div'), element('div.order-list')];
  const eventName = element('h2');
  const eventFacts = element('p.quiet');
  const close = () => address.set({ order: null, ticket: null });
  const code = element('section.state-code', { 'aria-label': 'Ticket', hidden: true }, ticket.element,
    button('Close', close, { class: 'plain ticket-close', 'aria-label': 'Close the ticket' }));
  const trouble = element('p.bad', { role: 'alert' });
  const part = (title, ...children) => element('section', { 'aria-label': title }, element('h2', title), ...children);
  let tickCarts = () => {}, looked = [];

  root.append(element('div.state',
    element('div.state-lists', part('Events', events), part('Held', carts), part('Orders', trouble, orders)),
    element('div.state-pictures', code, element('section', { 'aria-label': 'House' }, eventName, eventFacts, house.element))));

  const nameOf = id => state.events.find(event => event.id === id)?.name ?? id;

  /** Where somebody holds seats is the house to look at first. */
  const isTouched = event => [...state.carts.values()].some(cart => cart.event_id === event.id);

  function look(cart) {
    looked = cart.seats;
    address.set({ event: cart.event_id, order: null, ticket: null });
  }

  function open(order, { barcode_id: barcode }) {
    address.set({ order: order.order_number, ticket: barcode, event: order.event_id });
    requestAnimationFrame(() => code.scrollIntoView({ block: 'nearest' }));
  }

  async function discard(number) {
    setText(trouble, '');
    await api.control('POST', `orders/${encodeURIComponent(number)}/void`).catch(error => setText(trouble, error.message));
  }

  store.subscribe(changed => {
    if (root.hidden) return;
    const has = (...parts) => ['address', 'key', 'file', ...parts].some(each => changed.has(each));
    const order = state.orders.get(address.get('order'));
    const shown = order?.tickets.find(each => each.barcode_id === address.get('ticket')) ?? order?.tickets[0];
    if (has('events', 'carts')) {
      const event = state.events.find(each => each.id === address.get('event')) ?? state.events.find(isTouched) ?? state.events[0];
      drawEvents(events, state.events, event?.id, id => address.set({ event: id }));
      setText(eventName, event?.name ?? '');
      setText(eventFacts, event ? `${event.code} · ${event.host} · ${event.id}` : '');
      follow(event?.id ?? null);
    }
    if (has('carts', 'events')) tickCarts = drawCarts(carts, state.carts, nameOf, look);
    if (has('orders', 'events')) {
      drawOrders(orders, state.orders, nameOf, shown?.barcode_id, open, state.file ? null : discard);
      code.hidden = !shown || Boolean(state.file);
      if (!code.hidden) ticket.show(order, shown);
      house.mark(shown ? order.tickets.map(each => `${each.section}/${each.row}/${each.seat_name}`) : looked);
    }
    tickCarts(store.now());
  });
  store.onTick(now => {
    if (root.hidden) return;
    tickCarts(now);
    if (!code.hidden) ticket.tick(now);
  });
}
