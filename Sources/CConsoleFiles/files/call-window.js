// A list of any length of which only the seen rows are in the document. Rows are as high as `height(item)` says.

import { element } from './dom.js';

const SPARE = 6;

/** Makes the list. `draw(item)` makes a row; `painted(items, follow)` hears which rows are seen. */
export function listWindow({ draw, height, label, painted }) {
  const runway = element('div.runway', { role: 'presentation' });
  const root = element('div.list', { role: 'listbox', tabindex: 0, 'aria-label': label }, runway);
  let items = [];
  let offsets = [0];      // where each row begins; one more for the end
  let rows = new Map();
  let follow = true;
  let scheduled = false;
  let room = 0;
  let top = 0;            // where the list is scrolled to
  let end = 0;            // and how long it is, as the browser knows it
  let due = false;        // whether it has yet to be scrolled there

  const total = () => offsets[items.length];

  /** The row at a distance from the top. */
  function rowAt(distance) {
    let [low, high] = [0, items.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (offsets[middle + 1] <= distance) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  function paint() {
    // What is read comes before what is written, so that the browser lays out once a frame.
    scheduled = false;
    const lowest = Math.max(0, total() - room);
    const wanted = follow ? lowest : Math.min(top, lowest);
    const first = Math.max(0, rowAt(wanted) - SPARE);
    const seen = items.slice(first, rowAt(wanted + room) + 1 + SPARE);
    const kept = new Map();
    seen.forEach((item, at) => {
      let row = rows.get(item.id);
      if (row?.item !== item) {
        row?.node.remove();
        runway.append((row = { item, node: draw(item) }).node);
      }
      const offset = offsets[first + at];
      if (row.offset !== offset) {
        row.node.style.setProperty('transform', `translateY(${row.offset = offset}px)`);
        row.node.setAttribute('aria-posinset', first + at + 1);
        row.node.setAttribute('aria-setsize', items.length);
      }
      kept.set(item.id, row);
      rows.delete(item.id);
    });
    for (const row of rows.values()) row.node.remove();
    rows = kept;
    const grows = end !== total();
    if (grows) runway.style.setProperty('height', `${end = total()}px`);
    if (top !== wanted) {
      top = wanted;
      if (grows) due = true;
      else root.scrollTop = top;
    }
    painted(seen, follow);
  }

  // Scrolling a list that has grown would have all of the page laid out at once; here that has just been done.
  new ResizeObserver(() => {
    if (due) root.scrollTop = top;
    due = false;
  }).observe(runway);

  function schedule() {
    if (!scheduled) requestAnimationFrame(paint);
    scheduled = true;
  }

  root.addEventListener('scroll', () => {
    if (Math.abs(root.scrollTop - top) < 1) return;
    top = root.scrollTop;
    follow = top + room >= total() - 4;
    schedule();
  }, { passive: true });
  new ResizeObserver(() => { room = root.clientHeight; schedule(); }).observe(root);

  return {
    root,
    /** Shows these items, of which the first `same` are shown already. What is read stays where it is. */
    show(next, same) {
      const at = rowAt(top);
      const anchor = follow || same ? null : items[at];
      const inside = top - offsets[at];
      items = next;
      for (let row = same; row < items.length; row++) offsets[row + 1] = offsets[row] + height(items[row]);
      const again = anchor ? items.indexOf(anchor) : -1;
      if (again >= 0) {
        runway.style.setProperty('height', `${end = total()}px`);
        root.scrollTop = top = offsets[again] + inside;
      }
      schedule();
    },
    /** Draws all seen rows anew. */
    redraw() {
      for (const row of rows.values()) row.item = null;
      schedule();
    },
    /** Scrolls so that a row is seen. */
    reveal(at) {
      follow = false;
      const wanted = Math.min(offsets[at], Math.max(top, offsets[at + 1] - room));
      if (wanted !== top) root.scrollTop = wanted;
    },
    /** Keeps to the end as the list grows, or stays where it is. */
    toggleFollow() { follow = !follow; schedule(); },
  };
}
