// Where the seats of a house are drawn: sections as blocks on shelves before the stage.

const LABEL = 16, GAP = 14;

/**
 * Places every seat so that the house fits the width and, if it can, the height.
 * @param {import('./house-plan.js').HousePlan} plan
 * @param {number} width in CSS pixels
 * @param {number} height the most that is wanted, in CSS pixels
 * @returns {{pitch: number, height: number, blocks: object[], x: Float32Array, y: Float32Array}}
 */
export function layout(plan, width, height) {
  const sections = arranged(plan.sections);
  for (let pitch = 18; pitch > 3; pitch -= pitch > 8 ? 1 : 0.5) {
    const shelves = shelve(sections, pitch, width);
    if (shelves && (shelves.height <= height || pitch <= 3.5)) return place(plan, shelves, pitch, width);
  }
  return place(plan, shelve(sections, 3.5, Infinity), 3.5, width);
}

/** How many seats the widest row of a section has. */
const widest = section => Math.max(1, ...section.rows.map(row => row.length));

/** What the names of neighbouring sections share, such as the 1 of 101 to 104: each such block begins a shelf. */
const block = name => name.length < 3 ? '' : name.match(/^\D*\d/)?.[0] ?? name.slice(0, -1);

/** Left, centre and right of a block, as the last letter of a section's name says. */
const side = name => name.length < 3 ? 0 : name.endsWith('L') ? -1 : name.endsWith('R') ? 1 : 0;

/** The sections in the order in which they are drawn. */
function arranged(sections) {
  const blocks = new Map(sections.map((section, index) => [block(section.name), index]).reverse());
  const order = section => blocks.get(block(section.name));
  return [...sections].sort((one, other) => order(one) - order(other) || side(one.name) - side(other.name));
}

function shelve(sections, pitch, width) {
  const shelves = [];
  let shelf = null, last = null;
  for (const section of sections) {
    const blockWidth = Math.max(widest(section) * pitch, section.name.length * 7);
    const blockHeight = section.rows.length * pitch + LABEL;
    if (blockWidth > width) return null;
    const begins = block(section.name) !== last;
    last = block(section.name);
    if (!shelf || begins || shelf.width + GAP + blockWidth > width) {
      shelf = { width: -GAP, height: 0, blocks: [] };
      shelves.push(shelf);
    }
    shelf.blocks.push({ section, x: shelf.width + GAP, width: blockWidth });
    shelf.width += GAP + blockWidth;
    shelf.height = Math.max(shelf.height, blockHeight);
  }
  return { shelves, height: shelves.reduce((sum, each) => sum + each.height + GAP, 0) };
}

function place(plan, { shelves, height }, pitch, width) {
  const x = new Float32Array(plan.count), y = new Float32Array(plan.count);
  const blocks = [];
  let top = 0;
  for (const shelf of shelves) {
    const margin = Math.max(0, Math.floor((width - shelf.width) / 2));
    for (const block of shelf.blocks) {
      const left = Math.floor(margin + block.x);
      blocks.push({ name: block.section.name, x: left, y: top, width: block.width, section: block.section });
      block.section.rows.forEach((row, line) => {
        const indent = left + Math.floor((block.width - row.length * pitch) / 2);
        for (let i = 0; i < row.length; i++) {
          x[row.start + i] = indent + i * pitch;
          y[row.start + i] = top + LABEL + line * pitch;
        }
      });
    }
    top += shelf.height + GAP;
  }
  return { pitch, height: Math.max(height, 1), blocks, x, y };
}

/**
 * The seat that is drawn at a point, or -1.
 * @param {ReturnType<typeof layout>} drawn
 */
export function seatAtPoint(drawn, pointX, pointY) {
  const { pitch, x, y } = drawn;
  for (const { section } of drawn.blocks) {
    const first = section.rows[0], last = section.rows.at(-1);
    if (!first || pointY < y[first.start] || pointY >= y[last.start] + pitch) continue;
    const row = section.rows[Math.floor((pointY - y[first.start]) / pitch)];
    const seat = Math.floor((pointX - x[row.start]) / pitch);
    if (seat >= 0 && seat < row.length) return row.start + seat;
  }
  return -1;
}
