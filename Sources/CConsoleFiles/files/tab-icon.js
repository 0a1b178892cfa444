// A mark in the tab's icon and title counts the calls that were refused while nobody looked.

import { element } from './dom.js';
import { refused } from './exchange.js';

export function mount(root, store) {
  const plain = root.href;
  let unseen = 0;

  function show() {
    document.title = unseen ? `(${unseen}) WillCall` : 'WillCall';
    root.type = unseen ? 'image/png' : 'image/svg+xml';
    root.href = unseen ? picture(Math.min(unseen, 99)) : plain;
  }
  store.on('request', exchange => {
    if (document.hidden && refused(exchange) && unseen++ < 99) show();
  });
  document.addEventListener('visibilitychange', () => {
    if (document.hidden || !unseen) return;
    unseen = 0;
    show();
  });
}

function picture(number) {
  const canvas = element('canvas', { width: 32, height: 32 });
  const pen = canvas.getContext('2d');
  pen.fillStyle = '#b3261e';
  pen.fillRect(0, 0, 32, 32);
  pen.fillStyle = '#ffffff';
  pen.font = 'bold 20px sans-serif';
  pen.textAlign = 'center';
  pen.fillText(number, 16, 23);
  return canvas.toDataURL();
}
