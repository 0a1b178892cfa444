// The picture of a house: every seat, free, held or sold, and whose. It can be read by pointer, keyboard and ear.
import { layout, seatAtPoint } from "./house-layout.js";
import { paintGround, paintSeat, palette, prepare } from "./house-paint.js";
import { HousePlan, WORDS } from "./house-plan.js";

/**
 * A house that can be shown and changed.
 * @param {{height?: number, label?: string}} options the height in CSS pixels that it should keep to
 */
export function createHouse({ height = 440, label = "Seats" } = {}) {
  const root = element("div", "house");
  const legend = element("p", "house-legend");
  const stage = element("p", "house-stage", "Stage");
  const canvas = element("canvas", "house-canvas");
  const general = element("div", "house-general");
  const said = element("p", "house-said");
  canvas.tabIndex = 0;
  canvas.setAttribute("role", "application");
  canvas.setAttribute("aria-roledescription", "seat map");
  said.setAttribute("role", "status");
  root.append(legend, stage, canvas, general, said);

  let plan = null, drawn = null, context = null, colours = null, width = 0, current = -1;
  let marked = new Set();

  const ring = (index) => ({
    marked: marked.has(index), current: index === current && document.activeElement === canvas,
  });
  const paint = (index) => {
    if (index < 0 || !drawn || index >= plan.count) return;
    paintSeat(context, drawn.x[index], drawn.y[index], drawn.pitch, plan.states[index], colours, ring(index));
  };

  function draw() {
    width = canvas.clientWidth;
    if (!plan || !width) return;
    drawn = layout(plan, width, height);
    colours = palette(root);
    context = prepare(canvas, width, drawn.height);
    paintGround(context, drawn, colours, width);
    for (let index = 0; index < plan.count; index++) paint(index);
  }

  function count() {
    const { free, held, sold } = plan.tally;
    legend.replaceChildren(...[["f", free], ["h", held], ["s", sold]].map(([state, number]) => {
      const item = element("span", "house-count");
      item.append(element("span", `seat-glyph seat-${WORDS[state]}`),
        element("b", "", number.toLocaleString("en-GB")), ` ${WORDS[state]}`);
      return item;
    }));
    canvas.setAttribute("aria-label", `${label}: ${free} free, ${held} held, ${sold} sold. Arrow keys go from seat to seat.`);
    stage.hidden = canvas.hidden = plan.count === 0;
    general.replaceChildren(...plan.general.map(generalBar));
  }

  function look(index) {
    const before = current;
    current = index;
    paint(before);
    paint(index);
    said.textContent = index < 0 ? "" : plan.describe(index);
  }

  canvas.addEventListener("pointermove", (event) => {
    if (drawn) look(seatAtPoint(drawn, event.offsetX, event.offsetY));
  });
  canvas.addEventListener("focus", () => plan?.count && look(Math.max(0, current)));
  canvas.addEventListener("blur", () => paint(current));
  canvas.addEventListener("keydown", (event) => {
    const next = plan?.count ? step(event.key, plan, drawn, Math.max(0, current)) : null;
    if (next === null) return;
    event.preventDefault();
    event.stopPropagation();
    look(next);
  });
  new ResizeObserver(() => { if (canvas.clientWidth !== width) draw(); }).observe(canvas);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
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
      count();
      draw();
    },
    /** Turns seats: see `HousePlan.turn`. */
    turn(seats, state, holder) {
      if (!plan) return;
      plan.turn(seats, state, holder).forEach(paint);
      count();
    },
    /** Marks these seats, and no others, with a ring. */
    mark(seats) {
      const before = marked;
      marked = new Set(seats.map((seat) => plan?.indexOf(seat) ?? -1));
      for (const index of [...before, ...marked]) paint(index);
    },
  };
}

function step(key, plan, drawn, index) {
  if (key === "ArrowRight") return Math.min(plan.count - 1, index + 1);
  if (key === "ArrowLeft") return Math.max(0, index - 1);
  if (key === "Home") return 0;
  if (key === "End") return plan.count - 1;
  if (key !== "ArrowUp" && key !== "ArrowDown") return null;
  // The nearest seat above or below on the picture.
  const down = key === "ArrowDown" ? 1 : -1;
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
  const bar = element("div", "general-bar");
  for (const [word, number] of [["sold", sold], ["held", held], ["free", free]]) {
    const part = element("span", `general-${word}`);
    part.style.setProperty("flex-grow", String(number));
    bar.append(part);
  }
  const block = element("div", "general");
  block.append(element("p", "general-name", `${section}: ${free} free, ${held} held, ${sold} sold, no numbered seats`), bar);
  return block;
}

function element(name, className, text) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}
