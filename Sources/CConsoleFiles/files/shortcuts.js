// The keyboard: `?` lists the keys. Single keys can be switched off, for people whom they trip up.

import { address } from './address.js';
import { button, element } from './dom.js';
import { move, toggle } from './clock.js';
import { VIEWS } from './tabs.js';

const STORED = 'willcall-single-keys';

export function mount(root, store) {
  const call = what => () => store.emit('calls', what);
  const go = view => address.set({ view }, { push: true });
  const keys = {
    ...Object.fromEntries(VIEWS.map(([view, label], at) => [at + 1, [label, () => go(view)]])),
    j: ['Next call', call('next')], k: ['Previous call', call('previous')], o: ['Open the call', call('open')],
    c: ['Copy the open call as curl', call('copy')], l: ['Open the latest call', () => address.set({ open: 'latest' })],
    '/': ['Filter by text', () => { if (innerWidth < 1100) go('calls'); setTimeout(call('find'), 100); }],
    p: ['Pause the calls, or resume', call('pause')], f: ['Follow the newest call', call('follow')],
    '.': ['Freeze the clock, or let it run', toggle], '+': ['A minute forward', () => move({ advance: 'PT1M' }, '+1 min')],
    n: ['To the next thing that happens', () => document.querySelector('#clock .row button')?.click()],
    s: ['Choose a key', () => document.getElementById('key').focus()],
  };
  const single = element('input', { type: 'checkbox', id: 'single-keys',
    on: { change: () => localStorage.setItem(STORED, single.checked ? 'on' : 'off') } });
  single.checked = localStorage.getItem(STORED) !== 'off';

  const lines = [...Object.entries(keys), ['Esc', ['Close what is open']], ['?', ['This list']]];
  const dialog = element('dialog', { 'aria-labelledby': 'help-title' },
    element('h2', { id: 'help-title', tabindex: -1, autofocus: true }, 'Keys'),
    element('dl.shortcuts', lines.map(([key, [text]]) => element('div', element('dt', element('kbd', key)), element('dd', text)))),
    element('p.row', single, element('label', { for: 'single-keys' }, 'Single keys do this')),
    element('h2', 'A saved file'),
    element('p', 'A journal (GET requests) or a state (GET state) that was saved opens here without a server. Choose it, or drop it on the page.'),
    element('div.row', button('Open a saved file', () => { dialog.close(); store.emit('choose-file', null); }),
      button('Close', () => dialog.close(), { class: 'primary' })));
  document.body.append(dialog);
  root.addEventListener('click', () => dialog.showModal());

  addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return;
    const typing = event.target.closest('input:not([type="checkbox"]), select, textarea');
    if (event.key === 'Escape') {
      if (typing) typing.blur();
      else if (address.get('open')) call('close')();
    } else if (!typing && event.key === '?') {
      event.preventDefault();
      dialog.showModal();
    } else if (!typing && single.checked && keys[event.key]) {
      event.preventDefault();
      keys[event.key][1]();
    }
  });
}
