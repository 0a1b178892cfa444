// What the demo changes, side by side: the code, the hold that runs, the order, the house.
import { element, setText } from './dom.js';
import { followHouse } from './house-live.js';
import { createHouse } from './house.js';
import { createHoldBar } from './hold-bar.js';
import { createTicketCode } from './ticket-code.js';

/** The board; `begin(run)` shows a run, `draw()` what it has reached, `tick(now)` what runs with the clock. */
export function createBoard(store, api) {
  const house = createHouse({ height: 330, label: 'Seats of the demo’s event' });
  const live = followHouse(house, store, api);
  const hold = createHoldBar();
  const code = createTicketCode(store, api, { withScan: false });
  const event = element('h3', { class: 'board-event' });
  const order = element('p', { class: 'board-order figures' });
  const root = element('section', { class: 'board', 'aria-label': 'What happens' }, code.element, order, hold.element,
    event, house.element);
  let run = null, marks = '';

  function draw() {
    if (!run) return;
    setText(event, store.state.events.find(each => each.id === run.event)?.name ?? '');
    const cart = store.state.carts.get(run.cart);
    hold.element.hidden = !cart;
    const bought = store.state.orders.get(run.order);
    const ticket = bought?.tickets[0];
    code.element.hidden = !ticket;
    order.hidden = !bought;
    if (bought) setText(order, `Order ${bought.order_number} · ${bought.tickets.length} tickets · account ${bought.account ?? ''}`);
    if (ticket) code.show(bought, ticket);
    const seats = bought?.tickets.length ? bought.tickets.map(each => `${each.section}/${each.row}/${each.seat_name}`)
      : cart?.seats ?? [];
    if (seats.join() !== marks) house.mark(seats);
    marks = seats.join();
    tick(store.now());
  }

  function tick(now) {
    const cart = store.state.carts.get(run?.cart);
    if (cart) hold.update(cart, now);
    if (!code.element.hidden) code.tick(now);
  }

  return {
    element: root,
    draw,
    tick,
    /** Scans the first ticket at the gate. */
    scan: () => code.scan(),
    begin(newRun) {
      run = newRun;
      marks = '';
      code.element.hidden = order.hidden = hold.element.hidden = true;
      live.open(run.event);
      draw();
    },
  };
}
