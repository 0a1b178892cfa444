// What the demo changes, side by side: the code, the hold that runs, the order, the house.
import { element, setText } from './dom.js';
import { followHouse } from './house-live.js';
import { createHouse } from './house.js';
import { createHoldBar } from './hold-bar.js';
import { STORIES } from './demo-steps.js';
import { createTicketCode } from './ticket-code.js';

/** The height of the house before there is a code, and beside it; in CSS pixels. */
const TALL = 420, LOW = 170;

/** The board; `begin(run)` shows a run, `draw()` what it has reached, `tick(now)` what runs with the clock. */
export function createBoard(store, api) {
  const house = createHouse({ height: TALL, label: 'Seats' });
  const live = followHouse(house, store, api);
  const hold = createHoldBar();
  const code = createTicketCode(store, api, { withScan: false });
  const event = element('h3', { class: 'board-event' });
  const order = element('p', { class: 'board-order figures quiet' });
  const root = element('section', { class: 'stage', 'aria-label': 'What happens' }, code.element, hold.element,
    element('div', { class: 'board-head' }, event, order), house.element);
  let run = null, marks = '';

  /** The event to look at while nothing is played: where somebody holds seats, else the first story's. */
  const busiest = () => [...store.state.carts.values()].at(-1)?.event_id ?? STORIES.purchase.event;

  function draw() {
    const eventId = run?.event ?? busiest();
    live.open(store.state.events.length ? eventId : null);
    setText(event, store.state.events.find(each => each.id === eventId)?.name ?? '');
    const cart = run && store.state.carts.get(run.cart);
    const bought = run && store.state.orders.get(run.order);
    const ticket = bought?.tickets[0];
    hold.element.hidden = !cart;
    code.element.hidden = !ticket;
    order.hidden = !bought;
    house.fit(ticket ? LOW : TALL);
    if (bought) setText(order, `Order ${bought.order_number} · ${bought.tickets.length} tickets · account ${bought.account ?? ''}`);
    if (ticket) code.show(bought, ticket);
    const seats = ticket ? bought.tickets.map(each => `${each.section}/${each.row}/${each.seat_name}`) : cart?.seats ?? [];
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
      draw();
    },
    /** Shows the house alone. */
    idle() {
      run = null;
      draw();
    },
  };
}
