// The story of the demo: what each step is called, why it is taken, and the call that it makes.
// Each call is what an app sends; the six calls of the Partner API keep every rule of the ledger.
import { money } from './format.js';
import { remember } from './tokens.js';

/** The events that the demo buys tickets of. */
const EVENTS = { purchase: '3F005105D843DFA3', delay: '3F00DE1A00000001' };
const ACCOUNT = '12313131';

const availability = {
  title: 'What is on sale?',
  why: 'The app asks which seats are free, and which ticket types it may sell.',
  async run(run) {
    const answer = await run.partner('GET', `/partners/v1/events/${run.event}/availability`);
    const group = answer.body.event?.tickets[0];
    run.ticketType = group?.offers[0].ticketTypeId;
    return shown(answer, group && {
      available: group.available, 'ticket type': run.ticketType, 'most in a cart': group.currentTicketLimit,
    });
  },
};

const reserve = {
  title: 'Hold two seats',
  why: 'A cart takes two seats off sale for a few minutes: watch them turn, and the time run.',
  async run(run) {
    const answer = await run.partner('POST', `/partners/v1/events/${run.event}/cart`, {
      body: { reserve: { tickets: [{ id: run.ticketType, quantity: 2 }] } },
    });
    const { cart_id: id, cart } = answer.body;
    if (answer.ok) Object.assign(run, { cart: id, total: money(cart.totals.grand) });
    const place = cart?.items[0];
    return shown(answer, place && {
      cart: id, seats: `${place.section} / ${place.row} / ${place.start_seat_number}–${place.end_seat_number}`,
      'to pay': run.total, 'held for': `${cart.hold_time} s`,
    });
  },
};

const pay = {
  title: 'Pay',
  why: 'The payment says whose tickets they are: only this account will get their tokens.',
  async run(run) {
    const answer = await run.partner('PUT', `/partners/v1/events/${run.event}/cart/payment`, {
      body: { cart_id: run.cart, payment: {
        type: 'BRAINTREE', amount: run.total, card: { number: 'fake-valid-visa-nonce', cin: '123' },
        third_party_account_id: ACCOUNT,
      } },
    });
    const cart = answer.body.cart;
    return shown(answer, cart && { 'left to pay': money(cart.totals.unpaid), 'held for': `${cart.hold_time} s` });
  },
};

const commit = {
  title: 'Buy',
  why: 'The commit turns the paid cart into an order, and the held seats into sold ones.',
  async run(run) {
    const answer = await run.partner('PUT', `/partners/v1/events/${run.event}/cart`, { body: { cart_id: run.cart } });
    if (answer.ok) Object.assign(run, { order: answer.body.order_number, orderToken: answer.body.order_token });
    return shown(answer, answer.ok && { order: run.order, 'order token': run.orderToken });
  },
};

const open = why => ({
  title: 'Open the order on a phone',
  why,
  async run(run) {
    const answer = await run.partner('POST', '/partners/v1/orders', {
      query: { order_token: run.orderToken },
      body: { device_id: run.device, device_type: 'native', device_os: 'ios', third_party_account_id: ACCOUNT },
    });
    const tickets = answer.body.tickets;
    if (answer.ok) run.tickets = tickets;
    remember(tickets, run.device);
    return shown(answer, answer.ok && {
      tickets: tickets.map(each => each.barcode_id).join(', '),
      token: tickets[0].secure_entry_data?.token ?? 'none yet',
      'token comes on': answer.body.additional_info?.safetix_delivery_delay_date,
    });
  },
});

const render = (title, why) => ({
  title,
  why,
  async run(run) {
    const answer = await run.partner('POST', '/marketplace/v1/securerender', {
      headers: { 'x-user-id': ACCOUNT },
      body: { deviceId: run.device, deviceType: 'NATIVE', deviceOs: 'IOS', tickets: run.tickets.map(each => ({
        eventId: run.event, section: each.section, row: each.row, seat: each.seat_name, barcode: each.barcode_id,
      })) },
    });
    remember(answer.body.tickets, run.device);
    const first = answer.body.tickets?.[0];
    return shown(answer, first && { token: first.token, 'drawn as': first.renderType });
  },
});

const move = (title, label, why, change) => ({
  title,
  why,
  async run(run) {
    const moved = await run.move(await change(run), label);
    return { ok: true, request: moved.request, status: 200, matters: {
      'the clock says': moved.body.now, 'tokens that came': moved.body.deliverable.total || null,
    }, body: moved.body };
  },
});

const scan = (title, why) => ({
  title,
  why,
  async run(run) {
    const answer = await run.scan();
    return { ok: Boolean(answer.at), word: answer.at && answer.verdict, request: { method: 'POST', url: '/__willcall/gate/scan' }, status: answer.at ? 200 : 0,
      matters: { verdict: answer.verdict, 'the steward says': answer.sentence }, body: answer };
  },
});

const turn = move('Fifteen seconds later', '15 seconds', 'The code has turned. A screenshot of the old one is worthless by now.',
  () => ({ advance: 'PT15S' }));
const evening = move('Go to the evening of the event', 'the evening of the event', 'One hour before it begins, the doors are open.',
  async run => ({ set: new Date(Date.parse((await run.fixture()).start) - 3_600_000).toISOString() }));
const refresh = render('Refresh the token',
  'The app refreshes when the ticket is shown. A token of the last twenty hours is good even without a network.');
const gate = [
  scan('Scan it', 'The phone is held under the scanner at the gate.'),
  scan('Scan it again', 'A friend with a copy of the code comes to the gate.'),
];

const bought = [availability, reserve, pay, commit];

/** The two stories: their name, what they show, and their steps. */
export const STORIES = {
  purchase: {
    title: 'Play a purchase',
    about: 'From what is on sale to the gate: six calls, two tickets, one code that turns.',
    event: EVENTS.purchase,
    steps: [...bought, open('Order Management gives this phone the first token of each ticket. The code appears.'),
      render('Show the ticket', 'Secure Render gives a fresh token whenever the fan looks at the ticket.'),
      turn, evening, refresh, ...gate],
  },
  delay: {
    title: 'Play delay delivery',
    about: 'The same purchase, but the tokens come three days later, so that nobody can resell the tickets before.',
    event: EVENTS.delay,
    steps: [...bought, open('The order is there, but there is no token before the delivery date. The app says when it comes.'),
      move('Let three days pass', 'three days', 'The control API moves this sandbox’s clock, and no other’s. The date has come.',
        () => ({ advance: 'P3D' })),
      render('Show the ticket', 'Now Secure Render has a token for this phone. The code appears.'),
      turn, evening, refresh, ...gate],
  },
};

/** What a step leaves: the exchange, and of its answer what matters to the next step. */
function shown(answer, matters) {
  return { ok: answer.ok, request: answer.request, status: answer.status, body: answer.body, matters: matters || {},
    diagnosis: answer.diagnosis };
}
