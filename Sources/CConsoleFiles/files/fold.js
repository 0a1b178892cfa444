// What each event of the stream changes in the state.

import { instant } from './format.js';
import { clockFrom } from './api.js';

const MOST = 10_000;
const CLOSED = ['bought', 'deleted', 'expired'];

/** Changes `state` by one event, and returns the names of the changed parts. @returns {string[]} */
export function fold(state, type, data, now) {
  return folds[type]?.(state, data, now) ?? [];
}

/** The running number of an exchange: 17 of `r17`. */
export function number(exchange) {
  return Number(exchange.id.slice(1));
}

const folds = {
  request(state, exchange) {
    insert(state.exchanges, exchange);
    return ['exchanges'];
  },
  cart(state, cart) {
    if (CLOSED.includes(cart.what)) state.carts.delete(cart.cart_id);
    else state.carts.set(cart.cart_id, { created: cart.time, account: null, ...state.carts.get(cart.cart_id), ...cart,
      paid: cart.unpaid === 0 });
    return ['carts'];
  },
  order(state, order) {
    const known = state.orders.get(order.order_number);
    state.orders.set(order.order_number, { placed: order.time, voided: false, tickets: [], ...known, ...order,
      voided: order.what === 'voided' || Boolean(known?.voided) });
    return ['orders'];
  },
  clock(state, clock, now) {
    const earlier = state.clock;
    state.clock = clockFrom(clock, earlier);
    note(state, { label: null, from: now, to: instant(clock.now), rate: clock.rate, frozen: clock.frozen,
      expired: { total: clock.expiredCarts, carts: [] }, deliverable: { total: clock.deliverable, orders: [] } });
    return ['clock', 'moves'];
  },
  moved(state, answer) {
    state.clock = clockFrom(answer, state.clock);
    note(state, { label: answer.label, from: answer.from, to: instant(answer.now), rate: answer.rate,
      frozen: answer.frozen, expired: answer.expiredCarts, deliverable: answer.deliverable });
    return ['clock', 'moves'];
  },
  reset(state, { parts }) {
    if (parts.includes('journal')) state.exchanges = [];
    if (parts.includes('clock')) state.moves = [];
    return ['exchanges', 'moves'];
  },
};

/** Puts an exchange in its place by its number; one that is there already is brought up to date. */
export function insert(list, exchange) {
  const own = number(exchange);
  let at = list.length;
  while (at > 0 && number(list[at - 1]) > own) at -= 1;
  if (at > 0 && list[at - 1].id === exchange.id) list[at - 1] = { ...list[at - 1], ...exchange };
  else list.splice(at, 0, exchange);
  if (list.length > MOST + 1000) list.splice(0, list.length - MOST);
}

/** A move is told twice, by the answer and by the stream: the fuller account is kept. */
function note(state, move) {
  move.real = Date.now();
  const same = state.moves.findIndex(other => move.real - other.real < 3000 && Math.abs(other.to - move.to) < 1500
    && other.rate === move.rate && Boolean(other.label) !== Boolean(move.label));
  if (same < 0) state.moves.unshift(move);
  else if (move.label) state.moves[same] = move;
  state.moves.length = Math.min(state.moves.length, 200);
}
