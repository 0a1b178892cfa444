// The picture of a house: every seat, free, held or sold, and whose. It can be read by pointer, keyboard and ear.
import { element, replace, setText } from './dom.js';
import { painter } from './house-paint.js';
import { HousePlan } from './house-plan.js';

/** A house that keeps to a height in CSS pixels: `show` an answer, `turn` seats, `mark` seats, `fit` another height. */
export function createHouse(height) {
  const legend = element('p.house-legend');
  const stage = element('p.house-stage', { 'aria-hidden': 'true' }, 'Stage');
  const canvas = element('canvas.house-canvas', { tabindex: 0, role: 'application', 'aria-roledescription': 'seat map' });
  const general = element('div');
  const said = element('p.house-said.quiet', { role: 'status' });
  const root = element('div.house', legend, stage, canvas, general, said);
  let plan = null, drawn = null, paintRun = null, width = 0, current = -1, names = [], marked = new Set();

  const ring = index => index === current && document.activeElement === canvas ? 'ink' : marked.has(index) ? 'mark' : '';
  const paint = index => index >= 0 && index < plan?.states.length && paintRun?.(index, 1, plan.states[index], ring(index));

  function draw() {
    width = canvas.clientWidth;
    if (!plan?.states.length || !width) return;
    const unit = 1 / (devicePixelRatio || 1);
    drawn = plan.layout(width, height, unit);
    paintRun = painter(canvas, said, width, drawn, unit);
    for (const { start, length } of plan.rows.values()) {
      for (let at = start, end = at; at < start + length; at = end) {
        while (end < start + length && plan.states[end] === plan.states[at]) end++;
        paintRun(at, end - at, plan.states[at]);
      }
    }
    for (const index of [...marked, current]) paint(index);
  }

  function count() {
    const { free, held, sold } = plan.tally;
    replace(legend, Object.entries(plan.tally).map(([word, number]) =>
      element('span.house-count', element(`span.seat-glyph.seat-${word}`), element('b', number.toLocaleString('en-GB')), word)));
    canvas.setAttribute('aria-label', `${free} seats free, ${held} held, ${sold} sold. The arrow keys go from seat to seat.`);
    stage.hidden = canvas.hidden = !plan.states.length;
    replace(general, plan.general.map(generalBar));
  }

  function look(index) {
    const before = current;
    current = index;
    for (const each of [before, index]) paint(each);
    setText(said, index < 0 ? '' : plan.describe(index));
  }

  canvas.addEventListener('pointermove', event => drawn && look(seatAt(drawn, event.offsetX, event.offsetY)));
  canvas.addEventListener('focus', () => plan?.states.length && look(Math.max(0, current)));
  canvas.addEventListener('blur', () => plan && look(-1));
  canvas.addEventListener('keydown', event => {
    const next = drawn && step(event.key, plan.states.length, drawn, Math.max(0, current));
    if (next == null) return;
    event.preventDefault();
    event.stopPropagation();
    look(next);
  });
  new ResizeObserver(() => { if (canvas.clientWidth !== width) draw(); }).observe(canvas);
  new MutationObserver(draw).observe(document.documentElement, { attributes: true });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);

  const find = () => { marked = new Set(names.map(seat => plan?.indexOf(seat) ?? -1)); };

  return {
    element: root,
    show(answer) {
      const before = plan;
      plan = new HousePlan(answer);
      count();
      const same = before?.eventId === plan.eventId && before.states.length === plan.states.length && paintRun;
      if (!same) current = -1;
      find();
      if (same) plan.states.forEach((state, index) => state !== before.states[index] && paint(index));
      else draw();
    },
    turn(seats, state, holder) {
      if (!plan) return;
      plan.turn(seats, state, holder).forEach(paint);
      count();
    },
    fit(newHeight) {
      if (newHeight === height) return;
      height = newHeight;
      draw();
    },
    mark(seats) {
      if (seats.join() === names.join()) return;
      const before = marked;
      names = seats;
      find();
      for (const index of [...before, ...marked]) paint(index);
    },
  };
}

function seatAt({ pitch, x, y, blocks }, pointX, pointY) {
  for (const { rows } of blocks) {
    const row = rows[Math.floor((pointY - y[rows[0].start]) / pitch)];
    const seat = row ? Math.floor((pointX - x[row.start]) / pitch) : -1;
    if (seat >= 0 && seat < row.length) return row.start + seat;
  }
  return -1;
}

/** The seat that a key leads to: the next in the house, or the nearest one above or below. */
function step(key, count, { x, y }, index) {
  const way = { ArrowRight: index + 1, ArrowLeft: index - 1, Home: 0, End: count - 1 }[key];
  if (way !== undefined) return Math.min(count - 1, Math.max(0, way));
  if (key !== 'ArrowUp' && key !== 'ArrowDown') return null;
  let best = index, least = Infinity;
  for (let i = 0; i < count; i++) {
    const rise = (y[i] - y[index]) * (key === 'ArrowDown' ? 1 : -1), distance = rise + Math.abs(x[i] - x[index]) * 2;
    if (rise > 0 && distance < least) [best, least] = [i, distance];
  }
  return best;
}

function generalBar({ section, free = 0, held = 0, sold = 0 }) {
  const parts = Object.entries({ sold, held, free }).map(([word, number]) => {
    const part = element(`span.general-${word}`);
    part.style.setProperty('flex-grow', number);
    return part;
  });
  return element('div.general', element('p', `${section}: ${free} free, ${held} held, ${sold} sold; no numbered seats`),
    element('div.general-bar', parts));
}
