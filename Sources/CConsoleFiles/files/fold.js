// What each event of the stream changes in the state.

import { clockFrom } from './api.js';
import { instant } from './format.js';

const MOST = 10_000;

/** Changes `state` by one event, and returns the names of the changed parts. */
export const fold = (state, type, data, now) => folds[type]?.(state, data, now) ?? [];

/** The running number of an exchange: 17 of `r17`. */
export const number = exchange => Number(exchange.id.slice(1));

const folds = {
  request(state, exchange) {
    insert(state.exchanges, exchange);
    return ['exchanges'];
  },
  cart({ carts }, cart) {
    if (['bought', 'deleted', 'expired'].includes(cart.what)) carts.delete(cart.cart_id);
    else carts.set(cart.cart_id, { created: cart.time, account: null, ...carts.get(cart.cart_id), ...cart, paid: cart.unpaid === 0 });
    return ['carts'];
  },
  order({ orders }, order) {
    const known = orders.get(order.order_number);
    const voided = order.what === 'voided' || Boolean(known?.voided);
    orders.set(order.order_number, { placed: order.time, tickets: [], ...known, ...order, voided });
    return ['orders'];
  },
  clock(state, clock, now) {
    return moved(state, clock, { from: now, expired: { total: clock.expiredCarts }, deliverable: { total: clock.deliverable } });
  },
  moved(state, { label, from, ...answer }) {
    return moved(state, answer, { label, from, expired: answer.expiredCarts, deliverable: answer.deliverable });
  },
  reset(state, { parts }) {
    if (parts.includes('journal')) state.exchanges = [];
    if (parts.includes('clock')) state.moves = [];
    return ['exchanges', 'moves'];
  },
};

/** Puts an exchange in its place by its number; one that is there already is brought up to date. */
export function insert(list, exchange) {
  let at = list.length;
  while (at > 0 && number(list[at - 1]) > number(exchange)) at -= 1;
  if (at > 0 && list[at - 1].id === exchange.id) list[at - 1] = { ...list[at - 1], ...exchange };
  else list.splice(at, 0, exchange);
  if (list.length > MOST + 1000) list.splice(0, list.length - MOST);
}

/** The clock moved. The page's own moves are told twice, by the answer and by the stream: the answer says more. */
function moved(state, clock, told) {
  state.clock = clockFrom(clock, state.clock);
  const move = { ...told, to: instant(clock.now), rate: clock.rate, frozen: clock.frozen, real: Date.now() };
  const same = state.moves.findIndex(other => move.real - other.real < 3000 && Math.abs(other.to - move.to) < 1500
    && other.rate === move.rate && !other.label !== !move.label);
  if (same < 0) state.moves = [move, ...state.moves.slice(0, 199)];
  else if (move.label) state.moves[same] = move;
  return ['clock', 'moves'];
}
