// A mark in the tab's icon and title counts the calls that were refused while nobody looked.

import { refused } from './exchange.js';

export function mount(root, store) {
  const link = document.querySelector('link[rel="icon"]');
  const plain = link.href;
  let unseen = 0;

  const show = () => {
    document.title = unseen ? `(${unseen}) WillCall` : 'WillCall';
    link.type = unseen ? 'image/png' : 'image/svg+xml';
    link.href = unseen ? picture(unseen) : plain;
  };
  store.on('request', exchange => {
    if (!document.hidden || !refused(exchange)) return;
    unseen += 1;
    // The figure ends at 99; a burst is not drawn a hundred times.
    if (unseen <= 100) show();
  });
  document.addEventListener('visibilitychange', () => {
    if (document.hidden || !unseen) return;
    unseen = 0;
    show();
  });
}

function picture(number) {
  const canvas = Object.assign(document.createElement('canvas'), { width: 32, height: 32 });
  const pen = canvas.getContext('2d');
  pen.fillStyle = '#b3261e';
  pen.fillRect(0, 0, 32, 32);
  pen.fillStyle = '#ffffff';
  pen.font = 'bold 20px system-ui, sans-serif';
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillText(number > 99 ? '99' : String(number), 16, 17);
  return canvas.toDataURL();
}
