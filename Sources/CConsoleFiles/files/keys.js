// Which sandbox is shown: the newest busy one by itself, or the one that was picked.

import { address } from './address.js';
import { api } from './api.js';
import { ask, element, button, replace } from './dom.js';
import { count, instant } from './format.js';

const LATEST = 'latest';
const NOBODY = '-';
const OTHER = '\u0000other';

export function mount(root, store) {
  const select = element('select', { id: 'key', 'aria-label': 'Key' });
  const reset = button('Reset', resetKey, { title: 'Put this key back to its seed' });
  const fresh = button('Fresh world', () => api.freshWorld(), { title: 'Go to a new key, where nothing has happened' });
  root.append(element('label', { for: 'key' }, 'Key'), select, reset, fresh);
  let pinned = Boolean(address.get('key'));

  const masked = key => key.endsWith('…');
  const busiest = () => store.state.sandboxes.filter(sandbox => sandbox.lastUsed && !masked(sandbox.key))
    .sort((one, two) => instant(two.lastUsed.real) - instant(one.lastUsed.real))[0]?.key ?? null;

  function choose() {
    const named = address.get('key');
    if (named === LATEST) return busiest() ?? store.state.key;
    if (named && pinned) return named;
    const current = store.state.sandboxes.find(sandbox => sandbox.key === store.state.key);
    return current?.lastUsed ? current.key : busiest() ?? named ?? store.state.key;
  }

  function settle() {
    if (store.state.file) return;
    const key = choose();
    if (key === store.state.key) return;
    if (store.state.key) address.set({ open: null, order: null, event: null });
    store.forget(key);
    if (address.get('key') !== LATEST) address.set({ key });
  }

  function pick(key) {
    pinned = true;
    address.set({ key }, { push: true });
  }

  async function look() {
    if (store.state.file) return;
    try {
      store.set({ sandboxes: (await api.control('GET', 'sandboxes', null, { key: null })).sandboxes });
      settle();
      if (!store.state.key) store.set({ connection: 'waiting' });
    } catch (error) {
      if (!store.state.key && !store.state.file && error.status !== 401) store.set({ connection: 'lost', trouble: error.message });
    }
  }

  function draw() {
    const { key, sandboxes, file } = store.state;
    root.hidden = Boolean(file);
    const listed = sandboxes.filter(sandbox => !masked(sandbox.key))
      .sort((one, two) => instant(two.lastUsed?.real ?? 0) - instant(one.lastUsed?.real ?? 0));
    const option = (value, text) => element('option', { value }, text);
    const options = listed.map(sandbox => option(sandbox.key, sandbox.requests
      ? `${sandbox.key} · ${count(sandbox.requests, 'call')}` : sandbox.key));
    if (key && key !== NOBODY && !listed.some(sandbox => sandbox.key === key)) options.unshift(option(key, key));
    if (!key) options.unshift(option('', 'No key yet'));
    const value = address.get('key') === LATEST ? LATEST : key ?? '';
    replace(select, ...options, option(LATEST, key && value === LATEST ? `Latest: ${key}` : 'Latest: follow the newest call'),
      option(NOBODY, 'Calls without a key'), option(OTHER, 'Another key…'));
    select.value = value;
    reset.disabled = !key || key === NOBODY;
  }

  select.addEventListener('change', async () => {
    const { value } = select;
    if (value !== OTHER) return value && pick(value);
    const key = await ask('Another key', 'Any text is a key; a new one makes a new sandbox. Keys that look real are ' +
      'not listed by the server, but can be entered here.', { field: 'Key', go: 'Show it' });
    if (key) pick(key);
    else draw();
  });
  // The list is built anew only while nobody is choosing from it.
  select.addEventListener('focus', look);

  async function resetKey() {
    const sure = await ask(`Reset ${store.state.key}?`, 'Carts, orders, clock, calls, verdict, scenarios and faults of ' +
      'this key go back to the seed. The same calls then get the same answers again.', { go: 'Reset' });
    if (sure !== null) await api.control('POST', 'reset');
  }

  store.on('key', key => { pick(key); settle(); look(); });
  store.on('reset', look);
  store.on('authority', look);
  store.subscribe(changed => {
    if (changed.has('address')) {
      if (address.get('key') !== store.state.key) pinned = true;
      settle();
    }
    if (['address', 'key', 'sandboxes', 'file'].some(part => changed.has(part)) && document.activeElement !== select) draw();
  });
  look();
  setInterval(() => { if (!document.hidden) look(); }, 2500);
}
