// What there is in the sandbox: events with the picture of a house, carts, orders, and the code of a ticket.
import { address } from './address.js';
import { button, element, setText } from './dom.js';
import { followHouse } from './house-live.js';
import { createHouse } from './house.js';
import { drawCarts, drawEvents, drawOrders } from './state-lists.js';
import { createTicket } from './ticket.js';

export function mount(root, store, api) {
  const { state } = store;
  const house = createHouse(0.5);
  const follow = followHouse(house, store, api);
  const ticket = createTicket(store, api, true);
  const [events, carts, orders] = [element('ul.event-list'), element('div'), element('div.order-list')];
  const name = element('h2');
  const facts = element('p.quiet');
  const code = element('section.state-code', { 'aria-label': 'Ticket' }, ticket.element,
    button('Close', () => address.set({ order: null, ticket: null }), { class: 'plain', 'aria-label': 'Close the ticket' }));
  const part = (title, list) => element('section', { 'aria-label': title }, element('h2', title), list);
  let tickCarts = () => {}, looked = [];

  root.append(element('div.state', element('div.state-lists', part('Events', events), part('Held', carts), part('Orders', orders)),
    element('div.state-pictures', code, element('section', { 'aria-label': 'House' }, name, facts, house.element))));

  const nameOf = id => state.events.find(event => event.id === id)?.name ?? id;

  function look(cart) {
    looked = cart.seats;
    address.set({ event: cart.event_id, order: null, ticket: null });
  }

  function open(order, { barcode_id: barcode }) {
    address.set({ order: order.order_number, ticket: barcode, event: order.event_id });
    requestAnimationFrame(() => code.scrollIntoView({ block: 'nearest' }));
  }

  const discard = number => api.control('POST', `orders/${encodeURIComponent(number)}/void`)
    .catch(error => store.set({ complaint: error.message }));

  store.subscribe(changed => {
    if (root.hidden) return;
    const has = (...parts) => ['address', 'key', 'file', 'events', ...parts].some(each => changed.has(each));
    const order = state.orders.get(address.get('order'));
    const shown = order?.tickets.find(each => each.barcode_id === address.get('ticket')) ?? order?.tickets[0];
    if (has()) {
      // Where somebody holds seats is the house to look at first.
      const held = [...state.carts.values()].at(-1)?.event_id, wanted = address.get('event');
      const event = state.events.find(each => each.id === wanted) ?? state.events.find(each => each.id === held) ?? state.events[0];
      drawEvents(events, state.events, event?.id, id => address.set({ event: id }));
      setText(name, event?.name ?? '');
      setText(facts, event ? `${event.code} · ${event.host} · ${event.id}` : '');
      follow(event?.id ?? null);
    }
    if (has('carts')) tickCarts = drawCarts(carts, state.carts, nameOf, look);
    if (has('orders')) {
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
