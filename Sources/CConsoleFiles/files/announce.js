// Says to a screen reader what arrives: at most a sentence every two seconds, and never one that is out of date.

import { count } from './format.js';
import { refused, title } from './exchange.js';

let say = () => {};

/** Has `text` said. */
export function announce(text) {
  say(text);
}

export function mount(root, store) {
  let texts = [];
  let arrived = 0;
  let failed = null;
  let failures = 0;
  let timer = null;

  const flush = () => {
    timer = null;
    const parts = texts;
    if (arrived) parts.push(count(arrived, 'call'));
    if (failures) parts.push(`${failures} refused: ${title(failed)}. ${failed.diagnosis ?? ''}`);
    root.textContent = parts.join('. ');
    [texts, arrived, failures] = [[], 0, 0];
  };
  const soon = () => { timer ??= setTimeout(flush, 2000); };

  say = text => { texts.push(text); if (timer) clearTimeout(timer); flush(); };
  store.on('request', exchange => {
    arrived += 1;
    if (refused(exchange)) { failed = exchange; failures += 1; }
    soon();
  });
}
