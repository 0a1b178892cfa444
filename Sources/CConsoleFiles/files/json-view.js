// JSON, pretty, as text.

import { element } from './dom.js';

const LONGEST = 60_000;

/** A `<pre>` of a value: JSON with its keys set apart, or the text that it is. */
export function jsonView(value) {
  const plain = typeof value === 'string';
  const text = plain ? value : JSON.stringify(value, null, 2) ?? '';
  if (plain || text.length > LONGEST) return element('pre.json', { tabindex: 0 }, text.slice(0, 4 * LONGEST));
  return element('pre.json', { tabindex: 0 }, text.split(/^( *"(?:[^"\\]|\\.)*":)/m).map((part, at) => at % 2 ? element('span.json-key', part) : part));
}
