// The sandbox's clock on the board, and what moves it.

import { announce } from './announce.js';
import { api } from './api.js';
import { button, element, keepFocus, setText } from './dom.js';
import { count, day, instant, length, time } from './format.js';
import { store } from './store.js';

const THINGS = { 'hold-ends': 'a hold ends', 'token-comes': 'a token comes', 'event-begins': 'an event begins' };

/** What a move caused, in words. */
export function caused({ expired, deliverable }) {
  const parts = [expired?.total && `${count(expired.total, 'hold')} ended`, deliverable?.total && `${count(deliverable.total, 'order')} can be opened`];
  return parts.filter(Boolean).join(', ') || 'nothing was due';
}

/** What a move was: its label, or what somebody else did. */
export function named({ label, frozen, rate, from, to }) {
  return label ?? (frozen ? 'Frozen' : to - from > 1500 ? `${length(to - from)} forward` : rate === 1 ? 'Real time' : `×${rate}`);
}

/** Buttons that go to what comes next, one for each kind of thing. */
export const nextButtons = () => (store.state.clock?.next ?? []).map(next => {
  const thing = THINGS[next.what] ?? next.what;
  const when = day(next.at) === day(store.now()) ? time(next.at) : `${day(next.at).slice(4, -5)} ${time(next.at).slice(0, 5)}`;
  return button(`To ${when}: ${thing}`, () => move({ set: next.at }, `To when ${thing}`),
    { title: `${day(next.at)}, in ${length(instant(next.at) - store.now())}`, disabled: Boolean(store.state.file) });
});

/** Moves the clock, and says what that caused. */
export async function move(change, label) {
  try {
    await api.moveClock(change, label);
    announce(`${label}: ${caused(store.state.moves[0])}`);
  } catch (error) {
    announce(error.message);
    store.set({ complaint: error.message });
  }
}

/** Stops the clock, or lets it run. */
export const toggle = () => store.state.clock?.frozen ? move({ rate: 1 }, 'Real time') : move({ freeze: true }, 'Frozen');

export function mount(root) {
  const face = element('time', '--:--:--');
  const date = element('p');
  const pace = element('p');
  const rates = [button('Freeze', () => move({ freeze: true }, 'Frozen')), button('Real time', () => move({ rate: 1 }, 'Real time')),
    button('×60', () => move({ rate: 60 }, '×60'), { title: 'A minute every second' })];
  const steps = [button('+1 min', () => move({ advance: 'PT1M' }, '+1 min')), button('+5 min', () => move({ advance: 'PT5M' }, '+5 min'))];
  const next = element('span.row');
  const result = element('p.caused');
  root.append(element('div.face', face, element('div.date', date, pace)),
    element('div.moves', element('span.segments', { role: 'group', 'aria-label': 'Pace' }, rates), steps, next), result);

  const tick = now => {
    if (!store.state.clock) return;
    setText(face, time(now));
    setText(date, day(now));
  };
  store.onTick(tick);
  store.subscribe(changed => {
    const { clock, file, moves, complaint } = store.state;
    for (const control of [...rates, ...steps]) control.disabled = !clock || Boolean(file);
    if (clock) tick(store.now());
    else {
      setText(face, '--:--:--');
      setText(date, file ? 'No clock in this file' : 'The clock starts with the first call');
    }
    const rate = clock && (clock.frozen ? 0 : clock.rate);
    setText(pace, clock ? `UTC · ${rate === 0 ? 'frozen' : rate === 1 ? 'real time' : `×${rate}`}` : '');
    [0, 1, 60].forEach((one, at) => rates[at].setAttribute('aria-pressed', rate === one));
    keepFocus(next, nextButtons().slice(0, 1));
    setText(result, complaint && !changed.has('moves') ? complaint : moves[0] ? `${named(moves[0])}: ${caused(moves[0])}` : '');
  }, 'clock', 'moves', 'file', 'complaint');
}
