// The stories of the demo: each step's name, its reason, and its call, which keeps every rule of the ledger.
import { money } from './format.js';

const ACCOUNT = '12313131';

/** A step: `facts(body, run)` tells what matters of the answer, and keeps what later steps need. */
const step = (title, why, call, facts) => ({ title, why, async play(run) {
  const answer = await call(run);
  return { ...answer, facts: answer.ok ? facts(answer.body, run) : {} };
} });

/** A call of the Partner API; `ask(run)` gives its body, query and headers. */
const partner = (title, why, method, path, ask, facts) =>
  step(title, why, run => run.partner(method, path.replace('EVENT', run.event), ask(run)), facts);

const bought = [
  partner('What is on sale?', 'The app asks which seats are free, and which ticket types it may sell.',
    'GET', '/partners/v1/events/EVENT/availability', () => ({}),
    ({ event: { tickets: [{ available, currentTicketLimit, offers: [{ ticketTypeId }] }] } }, run) => {
      run.type = ticketTypeId;
      return { available, 'ticket type': ticketTypeId, 'most in a cart': currentTicketLimit };
    }),
  partner('Hold two seats', 'A cart takes two seats off sale for a few minutes: watch them turn, and the time run.',
    'POST', '/partners/v1/events/EVENT/cart', run => ({ body: { reserve: { tickets: [{ id: run.type, quantity: 2 }] } } }),
    ({ cart_id: id, cart: { hold_time: seconds, totals, items: [{ section, row, start_seat_number: first, end_seat_number: last }] } }, run) => {
      Object.assign(run, { cart: id, total: money(totals.grand) });
      return { cart: id, seats: `${section} / ${row} / ${first}–${last}`, 'to pay': run.total, 'held for': `${seconds} s` };
    }),
  partner('Pay', 'The payment says whose tickets they are: only this account will get their tokens.',
    'PUT', '/partners/v1/events/EVENT/cart/payment', run => ({ body: { cart_id: run.cart, payment: { type: 'BRAINTREE', amount: run.total,
      card: { number: 'fake-valid-visa-nonce', cin: '123' }, third_party_account_id: ACCOUNT } } }),
    ({ cart }) => ({ 'left to pay': money(cart.totals.unpaid), 'held for': `${cart.hold_time} s` })),
  partner('Buy', 'The commit turns the paid cart into an order, and the held seats into sold ones.',
    'PUT', '/partners/v1/events/EVENT/cart', run => ({ body: { cart_id: run.cart } }),
    ({ order_number: order, order_token: token }, run) => {
      Object.assign(run, { order, token });
      return { order, 'order token': token };
    }),
];

const open = why => partner('Open the order on a phone', why, 'POST', '/partners/v1/orders', run => ({ query: { order_token: run.token },
  body: { device_id: run.device, device_type: 'native', device_os: 'ios', third_party_account_id: ACCOUNT } }),
({ tickets, additional_info: more }, run) => {
  run.tickets = tickets;
  return { tickets: tickets.map(each => each.barcode_id).join(', '), token: tickets[0].secure_entry_data?.token ?? 'none yet',
    'token comes on': more?.safetix_delivery_delay_date };
});

const render = (title, why) => partner(title, why, 'POST', '/marketplace/v1/securerender', run => ({ headers: { 'x-user-id': ACCOUNT },
  body: { deviceId: run.device, deviceType: 'NATIVE', deviceOs: 'IOS', tickets: run.tickets.map(each => ({
    eventId: run.event, section: each.section, row: each.row, seat: each.seat_name, barcode: each.barcode_id })) } }),
({ tickets: [{ token, renderType }] }) => ({ token, 'drawn as': renderType }));

const move = (title, why, label, change) => step(title, why, async run => run.move(await change(run), label),
  ({ now, deliverable }) => ({ 'the clock says': now, 'orders that got tokens': deliverable.total || null }));

const scan = (title, why) => step(title, why, run => run.scan(), ({ verdict, sentence }) => ({ verdict, 'the steward says': sentence }));

const gate = [
  move('Fifteen seconds later', 'The code has turned. A screenshot of the old one is worthless by now.', '15 seconds later', () => ({ advance: 'PT15S' })),
  move('Go to the evening of the event', 'One hour before it begins, the doors are open.', 'To the evening of the event',
    async run => ({ set: new Date(Date.parse(await run.start()) - 3_600_000).toISOString() })),
  render('Refresh the token', 'The app refreshes when the ticket is shown. A token of the last twenty hours is good even offline.'),
  scan('Scan it', 'The phone is held under the scanner at the gate.'),
  scan('Scan it again', 'A friend with a copy of the code comes to the gate.'),
];

/** The two stories. */
export const STORIES = [
  { title: 'Play a purchase', about: 'From what is on sale to the gate: six calls, two tickets, and a code that turns.',
    event: '3F005105D843DFA3', steps: [...bought,
      open('Order Management gives this phone the first token of each ticket. The code appears.'),
      render('Show the ticket', 'Secure Render gives a fresh token whenever the fan looks at the ticket.'), ...gate] },
  { title: 'Play delay delivery', about: 'The same purchase, but its tokens come three days later: until then nobody can resell the tickets.',
    event: '3F00DE1A00000001', steps: [...bought,
      open('The order is there, but no token before the delivery date. The app says when it comes.'),
      move('Let three days pass', 'The control API moves this sandbox’s clock, and no other’s. The date has come.', 'Three days later',
        () => ({ advance: 'P3D' })),
      render('Show the ticket', 'Now Secure Render has a token for this phone. The code appears.'), ...gate] },
];
