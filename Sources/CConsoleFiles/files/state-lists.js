// The events, the live carts and the orders of the sandbox, as lists.
import { button, element, keepFocus, setText } from './dom.js';
import { day, money } from './format.js';
import { place } from './ticket.js';

/** More carts or orders than these are counted, not drawn. */
const MOST = 50;
const facts = (...parts) => element('p.quiet', parts.filter(Boolean).join(' · '));

/** A hold that runs out: `update(cart, now)` draws what is left of it. */
export function createHold() {
  const left = element('b');
  const fill = element('span.hold-fill');
  const bar = element('div.hold-bar', { role: 'progressbar', 'aria-label': 'Time left to buy' }, fill);
  let shown = null;
  return {
    element: element('div.hold', bar, element('p.hold-left', left, ' left to buy')),
    update({ expires, created }, now) {
      const rest = Math.max(0, Date.parse(expires) - now), seconds = Math.ceil(rest / 1000);
      const part = Math.round(1000 * rest / Math.max(Date.parse(expires) - Date.parse(created), rest, 1)) / 1000;
      if (shown === `${seconds} ${part}`) return;
      shown = `${seconds} ${part}`;
      setText(left, `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`);
      fill.style.setProperty('transform', `scaleX(${part})`);
      bar.setAttribute('aria-valuenow', Math.round(part * 100));
      bar.setAttribute('aria-valuetext', `${left.textContent} left`);
    },
  };
}

const drawn = new WeakMap();

/** Makes a line of each thing, or takes the one that a root had for it when it looked the same. */
function linesOf(root, things, line, looks) {
  const before = drawn.get(root) ?? new Map(), lines = new Map();
  for (const thing of things) {
    const key = JSON.stringify([thing, looks(thing)]);
    lines.set(key, before.get(key) ?? line(thing));
  }
  drawn.set(root, lines);
  return [...lines.values()];
}

/** Draws the events; each line is pressed to `open` it. */
export function drawEvents(root, events, openId, open) {
  keepFocus(root, linesOf(root, events, ({ id, name, start, transactable, seats: { total, free } }) => {
    const taken = element('span.event-taken');
    taken.style.setProperty('transform', `scaleX(${total ? 1 - free / total : 0})`);
    const left = !transactable ? 'not sold by API' : free ? `${free.toLocaleString('en-GB')} free` : 'sold out';
    return element('li', element('button.event-line', { type: 'button', 'aria-current': String(id === openId), on: { click: () => open(id) } },
      element('span.event-name', name), element('span.quiet', day(start)), element('span.quiet', left), element('span.event-bar', taken)));
  }, ({ id }) => id === openId), !events.length && element('li.quiet', 'No events yet; they come with the first call.'));
}

/** Draws the newest of some things, and returns what `line` made of each. */
function drawNewest(root, things, line, nothing, looks) {
  const more = things.size - MOST;
  const made = linesOf(root, [...things.values()].slice(-MOST).reverse(), line, looks);
  keepFocus(root, made.map(each => each.element), !made.length && element('p.quiet', nothing), more > 0 && element('p.quiet', `And ${more} more.`));
  return made;
}

/** Draws the carts; returns what draws their holds at an instant. */
export function drawCarts(root, carts, nameOf, look) {
  const lines = drawNewest(root, carts, cart => {
    const hold = createHold();
    return { hold, cart, element: element('article.cart', button(cart.seats.join(', '), () => look(cart), { class: 'plain' }),
      element('p', `${money(cart.grand)} ${cart.paid ? 'paid' : 'unpaid'}`),
      facts(nameOf(cart.event_id), cart.account && `account ${cart.account}`, `cart ${cart.cart_id}`), hold.element) };
  }, 'No seats are held now.', cart => nameOf(cart.event_id));
  return now => { for (const { hold, cart } of lines) hold.update(cart, now); };
}

/** Draws the orders; a ticket is pressed to `open` it; `discard` voids an order. */
export function drawOrders(root, orders, nameOf, openTicket, open, discard) {
  drawNewest(root, orders, order => {
    const { order_number: number, voided, deliverable, delivery_from: from, account, grand, tickets } = order;
    const [state, kind] = voided ? ['voided', 'bad'] : from && !deliverable ? [`token comes ${day(from)}`, 'quiet'] : ['token available', 'good'];
    return { element: element('article.order', element('h3', number, element(`span.${kind}`, state)),
      facts(nameOf(order.event_id), account && `account ${account}`, money(grand)),
      element('ul', tickets.map(ticket => element('li', button(place(ticket), () => open(order, ticket),
        { class: 'plain', 'aria-current': String(ticket.barcode_id === openTicket) })))),
      discard && !voided && button('Void', () => discard(number), { class: 'plain order-void', 'aria-label': `Void order ${number}` })) };
  }, 'Nothing was bought yet.', order => [nameOf(order.event_id), order.tickets.some(each => each.barcode_id === openTicket) && openTicket, !discard]);
}
