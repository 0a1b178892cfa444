// What is to come, and what each move of the clock caused. The clock itself is on the board, larger in this view.

import { address } from './address.js';
import { count, day, instant, length, time } from './format.js';
import { caused, keepFocus, named, nextButtons, thing } from './clock.js';
import { element, replace } from './dom.js';

export function mount(root, store, api) {
  const coming = element('div', { class: 'coming' });
  const past = element('ol', { class: 'moves-list' });
  root.append(element('h2', {}, 'What comes next'), coming, element('h2', {}, 'What each move caused'), past);

  store.subscribe(changed => {
    if (root.hidden || !['clock', 'moves', 'address', 'events'].some(part => changed.has(part))) return;
    keepFocus(coming, () => drawComing(coming, store, api));
    replace(past, ...store.state.moves.map(move => row(move, store)));
    if (!store.state.moves.length) past.append(element('li', { class: 'quiet' }, 'The clock has not been moved yet.'));
  });
}

function eventName(store, id) {
  return store.state.events.find(event => event.id === id)?.name ?? id;
}

function drawComing(root, store, api) {
  const next = store.state.clock?.next ?? [];
  const buttons = nextButtons(store, api, 3);
  replace(root, ...next.map((item, at) => element('div', { class: 'line' },
    store.state.file ? null : buttons[at],
    element('span', {}, eventName(store, item.event_id), ' ',
      element('span', { class: 'quiet' }, item.order_number ? `order ${item.order_number} · ` : '',
        `${day(item.at)}, ${item.what === 'event-begins' || item.what === 'token-comes' || item.what === 'hold-ends'
          ? `in ${length(instant(item.at) - store.now())}` : thing(item)}`)))));
  if (!next.length) root.append(element('p', { class: 'quiet' }, 'No hold, no token and no event lies ahead.'));
}

function row(move, store) {
  const jumped = Math.abs(move.to - move.from) > 1500;
  return element('li', { class: 'line' },
    element('span', { class: 'when' }, jumped ? `${time(move.from)} → ${time(move.to)}` : time(move.to),
      element('span', { class: 'label' }, day(move.to))),
    element('div', {}, element('p', {}, element('strong', {}, named(move)), ` — ${caused(move)}`),
      details(move, store)));
}

function details(move, store) {
  const carts = (move.expired?.carts ?? []).map(cart => element('li', {},
    `Hold ended: ${count(cart.seats.length, 'seat')} of ${eventName(store, cart.event_id)} are free again. `,
    element('span', { class: 'quiet' }, cart.seats.join(', '))));
  const orders = (move.deliverable?.orders ?? []).map(order => element('li', {}, 'Tokens came for order ',
    element('a', { href: address.link({ view: 'state', order }) }, order), '.'));
  return carts.length + orders.length ? element('ul', { class: 'caused-list' }, carts, orders) : null;
}
