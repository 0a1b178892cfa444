// A list of any length of which only the seen rows are in the document.

import { element } from './dom.js';

const SPARE = 6;

/**
 * Makes a scrolling list. `draw(item)` makes a row, `height(item)` says how high it will be in px, `label` names it.
 * @returns {{root: HTMLElement, show: Function, redraw: Function, reveal: Function, seen: Function}}
 */
export function listWindow({ draw, height, label, moved }) {
  const runway = element('div', { class: 'runway', role: 'presentation' });
  const root = element('div', { class: 'list', role: 'listbox', tabindex: '0', 'aria-label': label }, runway);
  let items = [];
  let offsets = new Float64Array(1024);
  let measured = 0;
  let rows = new Map();
  let follow = true;
  let expected = 0;
  let scheduled = false;
  let range = [0, 0];
  let view = 0;           // the height of what is seen, of the runway, and where it was scrolled to
  let runwayHeight = 0;
  let atTop = -1;

  const total = () => offsets[items.length];

  function measure(from) {
    if (offsets.length <= items.length) {
      const larger = new Float64Array(Math.max(items.length + 1, offsets.length * 2));
      larger.set(offsets);
      offsets = larger;
    }
    for (let at = from; at < items.length; at++) offsets[at + 1] = offsets[at] + height(items[at]);
    measured = items.length;
  }

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
    const end = Math.max(0, total() - view);
    expected = follow ? end : Math.min(root.scrollTop, end);
    const first = Math.max(0, rowAt(expected) - SPARE);
    const last = Math.min(items.length, rowAt(expected + view) + 1 + SPARE);
    const kept = new Map();
    for (let at = first; at < last; at++) {
      const item = items[at];
      let row = rows.get(item.id);
      if (row?.item !== item) {
        row?.node.remove();
        row = { item, node: draw(item), at: -1 };
        runway.append(row.node);
      }
      if (row.at !== at || row.top !== offsets[at]) {
        row.node.style.setProperty('transform', `translateY(${offsets[at]}px)`);
        row.node.setAttribute('aria-posinset', at + 1);
        row.node.setAttribute('aria-setsize', items.length);
        row.at = at;
        row.top = offsets[at];
      }
      kept.set(item.id, row);
      rows.delete(item.id);
    }
    for (const row of rows.values()) row.node.remove();
    rows = kept;
    range = [first, last];
    if (runwayHeight !== total()) runway.style.setProperty('height', `${runwayHeight = total()}px`);
    if (follow && atTop !== expected) root.scrollTop = expected;
    atTop = expected;
    moved(follow);
  }

  function schedule() {
    if (scheduled) return;
    scheduled = true;
    requestAnimationFrame(paint);
  }

  root.addEventListener('scroll', () => {
    if (Math.abs(root.scrollTop - expected) < 1) return;
    atTop = root.scrollTop;
    follow = atTop + view >= total() - 4;
    schedule();
  }, { passive: true });
  new ResizeObserver(() => { view = root.clientHeight; atTop = -1; schedule(); }).observe(root);

  return {
    root,
    /** Shows these items; the first `same` of them are those that were shown before. */
    show(next, same = 0) {
      const anchor = follow || same === items.length ? null : items[rowAt(root.scrollTop)];
      const inside = anchor ? root.scrollTop - offsets[rowAt(root.scrollTop)] : 0;
      items = next;
      measure(Math.min(same, measured));
      if (anchor) {
        const at = items.indexOf(anchor);
        if (at >= 0) {
          runway.style.setProperty('height', `${runwayHeight = total()}px`);
          root.scrollTop = expected = offsets[at] + inside;
        }
      }
      schedule();
    },
    /** Draws all seen rows anew, and measures them all if `sizes` changed. */
    redraw(sizes) {
      for (const row of rows.values()) row.item = null;
      if (sizes) measure(0);
      schedule();
    },
    /** Scrolls so that the row at an index is seen. */
    reveal(at) {
      if (offsets[at] < root.scrollTop) root.scrollTop = offsets[at];
      else if (offsets[at + 1] > root.scrollTop + view) root.scrollTop = offsets[at + 1] - view;
      schedule();
    },
    /** Keeps to the end as the list grows, or stays where it is. */
    set follow(value) { follow = value; schedule(); },
    get follow() { return follow; },
    /** The items that are in the document. */
    seen: () => items.slice(...range),
  };
}
