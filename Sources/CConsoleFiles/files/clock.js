// The sandbox's clock on the board, and what moves it.

import { button, element, replace, setText } from './dom.js';
import { count, day, instant, length, time } from './format.js';
import { announce } from './announce.js';

const THINGS = { 'hold-ends': 'a hold ends', 'token-comes': 'a token comes', 'event-begins': 'an event begins' };

/** What a thing that is to come is called: `a hold ends`. */
export function thing(next) {
  return THINGS[next.what] ?? next.what;
}

/** What a move caused, in words. */
export function caused(move) {
  const parts = [];
  if (move.expired?.total) parts.push(count(move.expired.total, 'hold') + ' ended');
  if (move.deliverable?.total) parts.push(`${count(move.deliverable.total, 'order')} got ${move.deliverable.total === 1 ? 'its' : 'their'} tokens`);
  return parts.join(', ') || 'nothing was due';
}

/** What a move was: its label, or what an app did. */
export function named(move) {
  if (move.label) return move.label;
  if (move.frozen) return 'Frozen';
  return move.to - move.from > 1500 ? `${length(move.to - move.from)} forward` : move.rate === 1 ? 'Real time' : `×${move.rate}`;
}

/** The buttons that go to the next thing of each kind. @param {number} most */
export function nextButtons(store, api, most) {
  return (store.state.clock?.next ?? []).slice(0, most).map(next => button(`To ${time(next.at)}: ${thing(next)}`,
    () => move(store, api, { set: next.at }, `To the moment when ${thing(next)}`),
    { title: `${day(next.at)}, in ${length(instant(next.at) - store.now())} on this clock` }));
}

async function move(store, api, change, label) {
  try {
    await api.moveClock(change, label);
    announce(`${label}: ${caused(store.state.moves[0])}`);
  } catch (error) {
    announce(error.message);
    store.set({ complaint: error.message });
  }
}

/** Stops the clock, or lets it run. */
export function toggle(store, api) {
  return store.state.clock?.frozen ? move(store, api, { rate: 1 }, 'Real time') : move(store, api, { freeze: true }, 'Frozen');
}

/** Moves the clock forward by an ISO 8601 duration. */
export function advance(store, api, duration, label) {
  return move(store, api, { advance: duration }, label);
}

export function mount(root, store, api) {
  const face = element('time', {}, '--:--:--');
  const date = element('p', {}, '');
  const pace = element('p', {}, '');
  const rates = {
    freeze: button('Freeze', () => move(store, api, { freeze: true }, 'Frozen')),
    real: button('Real time', () => move(store, api, { rate: 1 }, 'Real time')),
    fast: button('×60', () => move(store, api, { rate: 60 }, '×60'), { title: 'A minute every second' }),
  };
  const next = element('span', { class: 'row' });
  const result = element('p', { class: 'caused' });
  const moves = element('div', { class: 'moves' },
    element('span', { class: 'segments', role: 'group', 'aria-label': 'Pace' }, ...Object.values(rates)),
    button('+1 min', () => advance(store, api, 'PT1M', '+1 min')), button('+5 min', () => advance(store, api, 'PT5M', '+5 min')), next);
  root.append(element('div', { class: 'face' }, face, element('div', { class: 'date' }, date, pace)), moves, result);

  const tick = now => {
    if (!store.state.clock) return;
    setText(face, time(now));
    setText(date, day(now));
  };
  store.onTick(tick);
  store.subscribe(changed => {
    if (changed.has('complaint')) setText(result, store.state.complaint ?? '');
    if (!['clock', 'moves', 'file', 'key'].some(part => changed.has(part))) return;
    const { clock, file } = store.state;
    for (const control of moves.querySelectorAll('button')) control.disabled = !clock || Boolean(file);
    if (!clock) {
      setText(face, '--:--:--');
      setText(date, file ? 'No clock in this file' : 'The clock starts with the first call');
      setText(pace, '');
    } else {
      tick(store.now());
      setText(pace, clock.frozen ? 'UTC · frozen' : clock.rate === 1 ? 'UTC · real time' : `UTC · ×${clock.rate}`);
    }
    rates.freeze.setAttribute('aria-pressed', Boolean(clock?.frozen));
    rates.real.setAttribute('aria-pressed', Boolean(clock && !clock.frozen && clock.rate === 1));
    rates.fast.setAttribute('aria-pressed', Boolean(clock && !clock.frozen && clock.rate === 60));
    keepFocus(next, () => replace(next, ...(file ? [] : nextButtons(store, api, 1))));
    const last = store.state.moves[0];
    if (changed.has('moves')) setText(result, last ? `${named(last)}: ${caused(last)}` : '');
  });
}

/** Draws anew what may have the focus, and leaves it there. */
export function keepFocus(root, draw) {
  const at = [...root.querySelectorAll('button, a, input')].indexOf(document.activeElement);
  draw();
  if (at >= 0) (root.querySelectorAll('button, a, input')[at] ?? root.querySelector('button, a, input'))?.focus();
}
