// The keyboard: `?` lists the keys. Single keys can be switched off, for people whom they trip up.

import { address } from './address.js';
import { advance, toggle } from './clock.js';
import { button, element } from './dom.js';
import { go, VIEWS } from './tabs.js';

const STORED = 'willcall-single-keys';

export function mount(root, store, api) {
  const call = what => () => store.emit('calls', what);
  const next = () => document.querySelector('#clock .row button')?.click();
  const keys = [
    ...VIEWS.map(([view, label], at) => [String(at + 1), label, () => go(view)]),
    ['j', 'Next call', call('next')], ['k', 'Previous call', call('previous')], ['o', 'Open the call', call('open')],
    ['c', 'Copy the open call as curl', call('curl')], ['l', 'Open the latest call', () => address.set({ open: 'latest' })],
    ['/', 'Filter by text', () => { if (innerWidth < 1100) go('calls'); requestAnimationFrame(() => requestAnimationFrame(call('find'))); }],
    ['p', 'Pause the calls, or resume', call('pause')], ['f', 'Follow the newest call', call('follow')],
    ['.', 'Freeze the clock, or let it run', () => toggle(store, api)],
    ['+', 'A minute forward', () => advance(store, api, 'PT1M', '+1 min')],
    ['n', 'To the next thing that happens', next],
    ['s', 'Choose a key', () => document.getElementById('key')?.focus()],
  ];
  let single = localStorage.getItem(STORED) !== 'off';

  const check = element('input', { type: 'checkbox', id: 'single-keys' });
  check.checked = single;
  check.addEventListener('change', () => { single = check.checked; localStorage.setItem(STORED, single ? 'on' : 'off'); });
  const line = (key, text) => element('div', {}, element('dt', {}, element('kbd', {}, key)), element('dd', {}, text));
  const dialog = element('dialog', { 'aria-labelledby': 'help-title' }, element('h2', { id: 'help-title', tabindex: '-1', autofocus: true }, 'Keys'),
    element('dl', { class: 'shortcuts' }, ...keys.map(([key, text]) => line(key, text)), line('Esc', 'Close what is open'), line('?', 'This list')),
    element('p', { class: 'row' }, check, element('label', { for: 'single-keys' }, 'Single keys do this')),
    element('h2', {}, 'A saved file'),
    element('p', {}, 'A journal (GET requests) or a state (GET state) that was saved opens here without a server. Choose it, or drop it on the page.'),
    element('div', { class: 'row' }, button('Open a saved file', () => { dialog.close(); store.emit('choose-file', null); }),
      button('Close', () => dialog.close(), { class: 'primary' })));
  document.body.append(dialog);
  const help = () => dialog.showModal();
  root.addEventListener('click', help);

  addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return;
    const typing = event.target.closest('input:not([type="checkbox"]), select, textarea');
    if (event.key === 'Escape') {
      if (typing) typing.blur();
      else if (address.get('open')) {
        address.set({ open: null }, { push: true });
        document.querySelector('.calls .list').focus();
      }
      return;
    }
    if (typing) return;
    const found = event.key === '?' ? [null, null, help] : single ? keys.find(([key]) => key === event.key) : null;
    if (!found) return;
    event.preventDefault();
    found[2]();
  });
}
