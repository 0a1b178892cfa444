// The seats of an event as compact arrays: which there are, what state each is in, and who has it.

/** The states of a seat, as `GET events/ID/seats` writes them. */
export const FREE = 'f', HELD = 'h', SOLD = 's';

/**
 * A house, made from the answer of `GET events/ID/seats`.
 * @param {object} answer
 */
export class HousePlan {
  constructor(answer) {
    this.eventId = answer.event_id;
    this.sections = [];
    this.general = [];
    this.states = '';
    const states = [];
    let count = 0;
    for (const section of answer.sections) {
      if (!section.rows) {
        this.general.push({ ...section });
        continue;
      }
      const rows = section.rows.map(row => {
        const start = count;
        count += row.state.length;
        states.push(row.state);
        return { name: row.row, start, length: row.state.length, first: row.first ?? null, seats: row.seats ?? null };
      });
      this.sections.push({ name: section.section, rows });
    }
    this.count = count;
    this.states = [...states.join('')];
    this.byName = new Map(this.sections.map(section => [
      section.name, new Map(section.rows.map(row => [row.name, row])),
    ]));
    this.holders = new Map();
    for (const holder of answer.holders ?? []) this.give(holder.seats, holder);
    this.tally = { free: answer.free, held: answer.held, sold: answer.sold };
  }

  /** The place of a seat such as `BALC2L/B/13`, or -1. */
  indexOf(seat) {
    const [section, rowName, name] = seat.split('/');
    const row = this.byName.get(section)?.get(rowName);
    if (!row) return -1;
    const place = row.seats ? row.seats.indexOf(name) : Number(name) - row.first;
    return place >= 0 && place < row.length ? row.start + place : -1;
  }

  /** The section, the row and the name of the seat at a place. */
  seatAt(index) {
    for (const section of this.sections) {
      const last = section.rows.at(-1);
      if (!last || index >= last.start + last.length) continue;
      const row = section.rows.find(each => index < each.start + each.length);
      const place = index - row.start;
      return { section: section.name, row: row.name, seat: row.seats ? row.seats[place] : String(row.first + place) };
    }
    return null;
  }

  /** Says who has these seats; `null` for nobody. */
  give(seats, holder) {
    for (const seat of seats) {
      if (holder) this.holders.set(seat, holder); else this.holders.delete(seat);
    }
  }

  /**
   * Changes the state of seats.
   * @param {string[]} seats
   * @param {string} state
   * @param {object|null} holder
   * @returns {number[]} the places that have changed
   */
  turn(seats, state, holder) {
    this.give(seats, holder);
    const changed = [];
    for (const seat of seats) {
      const index = this.indexOf(seat);
      if (index < 0 || this.states[index] === state) continue;
      this.tally[WORDS[this.states[index]]] -= 1;
      this.tally[WORDS[state]] += 1;
      this.states[index] = state;
      changed.push(index);
    }
    return changed;
  }

  /** Who has the seat, in words. */
  describe(index) {
    const { section, row, seat } = this.seatAt(index);
    const holder = this.holders.get(`${section}/${row}/${seat}`);
    const state = WORDS[this.states[index]];
    const whose = holder?.order_number ? `order ${holder.order_number}` : holder?.cart_id ? `cart ${holder.cart_id}` : null;
    const account = holder?.account ? `account ${holder.account}` : null;
    return [`Section ${section}, row ${row}, seat ${seat}: ${state}`, whose, account].filter(Boolean).join(', ');
  }
}

/** The states as people call them. */
export const WORDS = { f: 'free', h: 'held', s: 'sold' };
