// The seats of an event: what state each is in, whose it is, and where it is drawn.

/** The states of a seat. */
export const WORDS = { f: 'free', h: 'held', s: 'sold' };
const LABEL = 16, GAP = 14;

/** A house, made from the answer of `GET events/ID/seats`. */
export class HousePlan {
  constructor({ event_id: eventId, sections, holders, free, held, sold }) {
    Object.assign(this, { eventId, tally: { free, held, sold }, holders: new Map(), rows: new Map() });
    this.general = sections.filter(each => !each.rows);
    let text = '';
    this.sections = sections.filter(each => each.rows?.length).map(({ section, rows }) => ({ name: section, rows: rows.map(({ row, state, ...names }) => {
      const made = { place: `${section}/${row}/`, text: `Section ${section}, row ${row}`, start: text.length, length: state.length, ...names };
      text += state;
      this.rows.set(made.place, made);
      return made;
    }) }));
    this.states = [...text];
    for (const holder of holders) for (const seat of holder.seats) this.holders.set(seat, holder);
  }

  /** The place of a seat such as `BALC2L/B/13`, or -1. */
  indexOf(seat) {
    const cut = seat.lastIndexOf('/') + 1, row = this.rows.get(seat.slice(0, cut)), name = seat.slice(cut);
    const at = !row ? -1 : row.seats ? row.seats.indexOf(name) : name - row.first;
    return at >= 0 && at < row.length ? row.start + at : -1;
  }

  /** Turns seats to another state; returns their places. */
  turn(seats, state, holder) {
    return seats.map(seat => {
      const at = this.indexOf(seat);
      this.holders.set(seat, holder);
      if (at >= 0) {
        this.tally[WORDS[this.states[at]]] -= 1;
        this.tally[WORDS[state]] += 1;
        this.states[at] = state;
      }
      return at;
    });
  }

  /** A seat in words: where it is, its state, and whose it is. */
  describe(at) {
    const row = [...this.rows.values()].findLast(each => each.start <= at), seat = row.seats?.[at - row.start] ?? row.first + at - row.start;
    const { order_number: order, cart_id: cart, account } = this.holders.get(row.place + seat) ?? {};
    return [`${row.text}, seat ${seat}: ${WORDS[this.states[at]]}`, order ? `order ${order}` : cart && `cart ${cart}`, account && `account ${account}`]
      .filter(Boolean).join(', ');
  }

  /** Where each seat is, to fit a width and, if it can, a height; `unit` is a device's pixel in CSS pixels. */
  layout(width, height, unit) {
    const least = Math.ceil(3.5 / unit);
    for (let pixels = Math.round(32 / unit); ; pixels--) {
      const pitch = pixels * unit, shelves = shelve(this.sections, pitch, pixels > least ? width : Infinity);
      const total = shelves?.reduce((sum, shelf) => sum + shelf.height + GAP, 0);
      if (shelves && (total <= height || pixels <= least)) return { pitch, height: total, ...place(this.states.length, shelves, pitch, width) };
    }
  }
}

// What neighbouring sections share, such as the 1 of 101 to 104: each such block has its own shelves, left side first.
const block = name => name.length < 3 ? '' : name.match(/^\D*\d/)?.[0] ?? name.slice(0, -1);
const side = name => name.length < 3 ? 0 : name.endsWith('L') ? -1 : name.endsWith('R') ? 1 : 0;

function shelve(sections, pitch, most) {
  const shelves = [], wide = ({ name, rows }) => Math.max(...rows.map(row => row.length * pitch), name.length * 7);
  for (const group of Map.groupBy(sections, ({ name }) => block(name)).values()) {
    const fit = Math.floor((most + GAP) / (Math.max(...group.map(wide)) + GAP));
    if (!fit) return null;
    // As many on each shelf of the block.
    const count = Math.ceil(group.length / Math.ceil(group.length / fit));
    group.sort((one, two) => side(one.name) - side(two.name)).forEach((section, at) => {
      if (at % count === 0) shelves.push({ width: -GAP, height: 0, blocks: [] });
      const shelf = shelves.at(-1), width = wide(section);
      shelf.blocks.push({ ...section, width, x: shelf.width + GAP });
      shelf.width += GAP + width;
      shelf.height = Math.max(shelf.height, section.rows.length * pitch + LABEL);
    });
  }
  return shelves;
}

function place(count, shelves, pitch, width) {
  const x = new Float32Array(count), y = new Float32Array(count), blocks = [];
  let top = 0;
  for (const shelf of shelves) {
    for (const each of shelf.blocks) {
      const left = Math.max(0, (width - shelf.width) / 2) + each.x;
      blocks.push({ ...each, x: left, y: top });
      each.rows.forEach(({ start, length }, line) => {
        for (let i = 0; i < length; i++) {
          x[start + i] = left + (each.width - length * pitch) / 2 + i * pitch;
          y[start + i] = top + LABEL + line * pitch;
        }
      });
    }
    top += shelf.height + GAP;
  }
  return { blocks, x, y };
}
