// The picture of a house: every seat, free, held or sold, and whose, by pointer, keyboard and ear.
import { element, replace, setText } from './dom.js';
import { painter } from './house-paint.js';
import { HousePlan } from './house-plan.js';

/** A house that takes a share of the window's height. `show` takes the answer of `GET events/ID/seats`. */
export function createHouse(share) {
  const numbers = { free: element('b'), held: element('b'), sold: element('b') };
  const legend = element('p.house-legend', { hidden: true }, Object.entries(numbers).map(([word, number]) =>
    element('span.house-count', element(`span.seat-glyph.seat-${word}`), number, word)));
  const stage = element('p.house-stage', { 'aria-hidden': 'true' }, 'Stage');
  const canvas = element('canvas.house-canvas', { tabindex: 0, role: 'application', 'aria-roledescription': 'seat map' });
  const general = element('div');
  const said = element('p.house-said.quiet', { role: 'status' });
  let plan = null, drawn = null, paintRun = null, width = 0, current = -1, names = [], marked = [];

  function paint(index) {
    if (!(index >= 0 && drawn)) return;
    paintRun(index, 1, plan.states[index], index === current ? 'ink' : marked.includes(index) ? 'mark' : '');
  }

  function draw() {
    width = canvas.clientWidth;
    if (!plan?.states.length || !width) return;
    const unit = 1 / devicePixelRatio;
    drawn = plan.layout(width, share * innerHeight, unit);
    paintRun = painter(canvas, said, width, drawn, unit);
    for (const { start, length } of plan.rows.values()) {
      for (let at = start, end = at; at < start + length; at = end) {
        while (end < start + length && plan.states[end] === plan.states[at]) end++;
        paintRun(at, end - at, plan.states[at]);
      }
    }
    [...marked, current].forEach(paint);
  }

  function count() {
    const { free, held, sold } = plan.tally;
    legend.hidden = false;
    for (const word in numbers) setText(numbers[word], plan.tally[word].toLocaleString('en-GB'));
    canvas.setAttribute('aria-label', `${free} seats free, ${held} held, ${sold} sold. The arrow keys go from seat to seat.`);
    stage.hidden = canvas.hidden = !plan.states.length;
    replace(general, plan.general.map(each => element('p', `${each.section}, without seat numbers: ${each.free} free, ${each.held} held, ${each.sold} sold`)));
  }

  function look(index) {
    const before = current;
    current = index;
    [before, index].forEach(paint);
    setText(said, index < 0 ? '' : plan.describe(index));
  }

  canvas.addEventListener('pointermove', event => drawn && look(seatAt(drawn, event.offsetX, event.offsetY)));
  canvas.addEventListener('pointerleave', () => drawn && look(-1));
  canvas.addEventListener('blur', () => drawn && look(-1));
  canvas.addEventListener('keydown', event => {
    const next = drawn && step(event.key, plan, current);
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    look(next);
  });
  new ResizeObserver(() => canvas.clientWidth !== width && draw()).observe(canvas);
  new MutationObserver(draw).observe(document.documentElement, { attributes: true });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);

  const find = () => { marked = names.map(seat => plan?.indexOf(seat) ?? -1); };

  return {
    element: element('div.house', legend, stage, canvas, general, said),
    show(answer) {
      const before = plan;
      plan = new HousePlan(answer);
      count();
      find();
      if (before?.eventId === plan.eventId && before.states.length === plan.states.length && drawn) {
        plan.states.forEach((state, index) => state !== before.states[index] && paint(index));
      } else {
        current = -1;
        draw();
      }
    },
    turn(seats, state, holder) {
      if (!plan) return;
      plan.turn(seats, state, holder).forEach(paint);
      count();
    },
    fit(other) {
      if (other === share) return;
      share = other;
      draw();
    },
    mark(seats) {
      if (seats.join() === names.join()) return;
      const before = marked;
      names = seats;
      find();
      [...before, ...marked].forEach(paint);
    },
  };
}

function seatAt({ pitch, x, y, blocks }, pointX, pointY) {
  for (const { rows } of blocks) {
    const row = rows[Math.floor((pointY - y[rows[0].start]) / pitch)], seat = row ? Math.floor((pointX - x[row.start]) / pitch) : -1;
    if (seat >= 0 && seat < row.length) return row.start + seat;
  }
  return -1;
}

/** The seat that a key leads to: the next one, or the one in the row before or behind. */
function step(key, plan, index) {
  if (index < 0) return key.startsWith('Arrow') ? 0 : undefined;
  const rows = [...plan.rows.values()], at = rows.findLastIndex(row => row.start <= index), last = plan.states.length - 1;
  const beside = row => row ? row.start + Math.min(index - rows[at].start, row.length - 1) : index;
  return { ArrowRight: Math.min(last, index + 1), ArrowLeft: Math.max(0, index - 1), ArrowUp: beside(rows[at - 1]), ArrowDown: beside(rows[at + 1]),
    Home: 0, End: last }[key];
}
