// What the demo changes: the code, the hold that runs, the order, the house.
import { element, setText } from './dom.js';
import { followHouse } from './house-live.js';
import { createHouse } from './house.js';
import { createHold } from './state-lists.js';
import { createTicket } from './ticket.js';

/** The house's share of the window's height before there is a code, and under it. */
const TALL = 0.5, LOW = 0.2;

/** `draw(run)` shows what a run has reached, `tick(now)` what runs with the clock. */
export function createBoard(store, api) {
  const house = createHouse(TALL);
  const follow = followHouse(house, store, api);
  const hold = createHold();
  const ticket = createTicket(store, api);
  const event = element('h2');
  const order = element('p.quiet');
  let cart = null;

  function tick(now) {
    if (cart) hold.update(cart, now);
    if (!ticket.element.hidden) ticket.tick(now);
  }

  return {
    element: element('section.stage', { 'aria-label': 'What happens' }, ticket.element, hold.element,
      element('div.stage-head', event, order), house.element),
    scan: ticket.scan,
    tick,
    draw(run) {
      const { events, carts, orders } = store.state, bought = orders.get(run.order), first = bought?.tickets[0];
      follow(store.state.key === run.key ? run.event : null);
      cart = carts.get(run.cart);
      setText(event, events.find(each => each.id === run.event)?.name ?? '');
      hold.element.hidden = !cart;
      ticket.element.hidden = !first;
      house.fit(first ? LOW : TALL);
      setText(order, bought ? `Order ${bought.order_number} · ${bought.tickets.length} tickets · account ${bought.account ?? ''}` : '');
      if (first) ticket.show(bought, first);
      house.mark(first ? bought.tickets.map(each => `${each.section}/${each.row}/${each.seat_name}`) : cart?.seats ?? []);
      tick(store.now());
    },
  };
}
