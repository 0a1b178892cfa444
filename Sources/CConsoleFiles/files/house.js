// The picture of a house: every seat, free, held or sold, and whose. It can be read by pointer, keyboard and ear.
import { layout, seatAtPoint } from './house-layout.js';
import { paintGround, paintSeat, palette, prepare } from './house-paint.js';
import { HousePlan } from './house-plan.js';
import { element, replace, setText } from './dom.js';

/**
 * A house that can be shown and changed.
 * @param {{height?: number, label?: string}} options the height in CSS pixels that it should keep to
 */
export function createHouse({ height = 440, label = 'Seats' } = {}) {
  const legend = element('p', { class: 'house-legend' });
  const stage = element('p', { class: 'house-stage', text: 'Stage', 'aria-hidden': 'true' });
  const canvas = element('canvas', {
    class: 'house-canvas', tabindex: 0, role: 'application', 'aria-roledescription': 'seat map',
  });
  const general = element('div', { class: 'house-general' });
  const said = element('p', { class: 'house-said', role: 'status' });
  const root = element('div', { class: 'house' }, legend, stage, canvas, general, said);

  let limit = height;
  let plan = null, drawn = null, context = null, colours = null, width = 0, current = -1;
  let marked = new Set(), names = [];
  const find = () => { marked = new Set(names.map(seat => plan?.indexOf(seat) ?? -1)); };

  const ring = index => ({
    marked: marked.has(index), current: index === current && document.activeElement === canvas,
  });
  const paint = index => {
    if (index < 0 || !drawn || index >= plan.count) return;
    paintSeat(context, drawn.x[index], drawn.y[index], drawn.pitch, plan.states[index], colours, ring(index));
  };

  function draw() {
    width = canvas.clientWidth;
    if (!plan || !width) return;
    drawn = layout(plan, width, limit);
    colours = palette(general);
    context = prepare(canvas, width, drawn.height);
    paintGround(context, drawn, colours, width);
    for (let index = 0; index < plan.count; index++) paint(index);
    paintRings();
  }

  // Last, because a ring reaches into the gap before the next seat.
  function paintRings() {
    marked.forEach(paint);
    paint(current);
  }

  function count() {
    const { free, held, sold } = plan.tally;
    replace(legend, [['free', free], ['held', held], ['sold', sold]].map(([word, number]) =>
      element('span', { class: 'house-count' }, element('span', { class: `seat-glyph seat-${word}` }),
        element('b', { text: number.toLocaleString('en-GB') }), ` ${word}`)));
    canvas.setAttribute('aria-label', `${label}: ${free} free, ${held} held, ${sold} sold. Arrow keys go from seat to seat.`);
    stage.hidden = canvas.hidden = plan.count === 0;
    replace(general, plan.general.map(generalBar));
  }

  function look(index) {
    const before = current;
    current = index;
    paint(before);
    paintRings();
    setText(said, index < 0 ? '' : plan.describe(index));
  }

  canvas.addEventListener('pointermove', event => {
    if (drawn) look(seatAtPoint(drawn, event.offsetX, event.offsetY));
  });
  canvas.addEventListener('focus', () => plan?.count && look(Math.max(0, current)));
  canvas.addEventListener('blur', () => look(-1));
  canvas.addEventListener('keydown', event => {
    const next = plan?.count ? step(event.key, plan, drawn, Math.max(0, current)) : null;
    if (next === null) return;
    event.preventDefault();
    event.stopPropagation();
    look(next);
  });
  new ResizeObserver(() => { if (canvas.clientWidth !== width) draw(); }).observe(canvas);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
  new MutationObserver(draw).observe(document.documentElement, { attributes: true });

  return {
    element: root,
    /** The house as it is known, or null. */
    get plan() { return plan; },
    /** Shows the answer of `GET events/ID/seats`. */
    show(answer) {
      const same = plan?.eventId === answer.event_id;
      plan = new HousePlan(answer);
      if (!same) current = -1;
      find();
      count();
      draw();
    },
    /** Turns seats: see `HousePlan.turn`. */
    turn(seats, state, holder) {
      if (!plan) return;
      plan.turn(seats, state, holder).forEach(paint);
      paintRings();
      count();
    },
    /** Keeps to another height, in CSS pixels. */
    fit(newHeight) {
      if (newHeight === limit) return;
      limit = newHeight;
      draw();
    },
    /** Marks these seats, and no others, with a ring. */
    mark(seats) {
      const before = marked;
      names = seats;
      find();
      before.forEach(paint);
      paintRings();
    },
  };
}

function step(key, plan, drawn, index) {
  if (key === 'ArrowRight') return Math.min(plan.count - 1, index + 1);
  if (key === 'ArrowLeft') return Math.max(0, index - 1);
  if (key === 'Home') return 0;
  if (key === 'End') return plan.count - 1;
  if (key !== 'ArrowUp' && key !== 'ArrowDown') return null;
  // The nearest seat above or below on the picture.
  const down = key === 'ArrowDown' ? 1 : -1;
  let best = index, least = Infinity;
  for (let i = 0; i < plan.count; i++) {
    const rise = (drawn.y[i] - drawn.y[index]) * down;
    if (rise <= 0) continue;
    const distance = rise + Math.abs(drawn.x[i] - drawn.x[index]) * 2;
    if (distance < least) [best, least] = [i, distance];
  }
  return best;
}

function generalBar({ section, free = 0, held = 0, sold = 0 }) {
  const parts = [['sold', sold], ['held', held], ['free', free]].map(([word, number]) => {
    const part = element('span', { class: `general-${word}` });
    part.style.setProperty('flex-grow', String(number));
    return part;
  });
  return element('div', { class: 'general' },
    element('p', { class: 'general-name', text: `${section}: ${free} free, ${held} held, ${sold} sold; no numbered seats` }),
    element('div', { class: 'general-bar' }, parts));
}
