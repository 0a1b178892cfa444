// JSON, pretty, as text.

import { element } from './dom.js';

const LONGEST = 60_000;
const KEY = /^(\s*)("(?:[^"\\]|\\.)*")(:)/;

/** A `<pre>` of a value: JSON with its keys set apart, or the text that it is. @returns {HTMLElement} */
export function jsonView(value) {
  const text = typeof value === 'string' ? value : JSON.stringify(value, null, 2) ?? '';
  const box = element('pre', { class: 'json', tabindex: '0' });
  if (typeof value === 'string' || text.length > LONGEST) {
    box.textContent = text.length > 4 * LONGEST ? text.slice(0, 4 * LONGEST) + '\n… (the rest is left out here)' : text;
    return box;
  }
  for (const line of text.split('\n')) {
    const [, indent, key, colon] = KEY.exec(line) ?? [];
    if (key) box.append(indent, element('span', { class: 'json-key' }, key + colon), line.slice(indent.length + key.length + 1) + '\n');
    else box.append(line + '\n');
  }
  return box;
}
