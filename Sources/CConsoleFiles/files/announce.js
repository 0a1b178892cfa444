// Says to a screen reader what arrives: the calls at most every two seconds, in one sentence.

import { count } from './format.js';
import { refused, title } from './exchange.js';

/** Has `text` said. */
export const announce = text => { document.getElementById('announcer').textContent = text; };

export function mount(root, store) {
  let arrived = [];
  store.on('request', exchange => {
    if (!arrived.length) setTimeout(() => {
      const failed = arrived.filter(refused);
      announce(count(arrived.length, 'call') + (failed.length ? `, ${failed.length} refused: ${title(failed.at(-1))}. ${failed.at(-1).diagnosis ?? ''}` : ''));
      arrived = [];
    }, 2000);
    arrived.push(exchange);
  });
}
