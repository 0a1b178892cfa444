// What is to come, and what each move of the clock caused. The clock itself is on the board, larger in this view.

import { address } from './address.js';
import { caused, named, nextButtons } from './clock.js';
import { count, day, instant, length, time } from './format.js';
import { element, keepFocus, replace } from './dom.js';

export function mount(root, store) {
  const coming = element('div.lines');
  const past = element('ol.lines.moves-list');
  root.append(element('h2', 'What comes next'), coming, element('h2', 'What each move caused'), past);
  const event = id => store.state.events.find(event => event.id === id)?.name ?? id;

  const toCome = (next, go) => element('div.line', go, element('div', event(next.event_id), element('span.quiet',
    next.order_number ? ` · order ${next.order_number}` : '', ` · ${day(next.at)}, in ${length(instant(next.at) - store.now())}`)));
  const ended = cart => element('li', `Hold ended: ${count(cart.seats.length, 'seat')} of ${event(cart.event_id)} free again. `,
    element('span.quiet', cart.seats.join(', ')));
  const opened = order => element('li', 'Tokens came for order ', element('a', { href: address.link({ view: 'state', order }) }, order));
  const made = move => element('li.line',
    element('span.when', move.to - move.from > 1500 ? `${time(move.from)} → ` : '', time(move.to), element('span.label', day(move.to))),
    element('div', element('strong', named(move)), ` — ${caused(move)}`,
      element('ul', (move.expired?.carts ?? []).map(ended), (move.deliverable?.orders ?? []).map(opened))));

  store.subscribe(() => {
    if (root.hidden) return;
    const { clock, moves } = store.state;
    const buttons = nextButtons();
    keepFocus(coming, buttons.length ? buttons.map((go, at) => toCome(clock.next[at], go))
      : element('p.quiet', 'No hold, no token and no event lies ahead.'));
    replace(past, moves.length ? moves.map(made) : element('li.quiet', 'The clock has not been moved yet.'));
  }, 'clock', 'moves', 'address', 'events');
}
