// Which sandbox is shown: the newest busy one by itself, or the one that was picked.

import { address } from './address.js';
import { api } from './api.js';
import { ask, button, element, replace } from './dom.js';
import { count, instant } from './format.js';

const LATEST = 'latest';
const OTHER = '\u0000';

export function mount(root, store) {
  const select = element('select', { id: 'key', 'aria-label': 'Key', on: { change: choose } });
  const reset = button('Reset', resetKey, { title: 'Put this key back to its seed' });
  root.append(element('label', { for: 'key' }, 'Key'), select, reset,
    button('Fresh world', () => attempt(api.freshWorld()), { title: 'Go to a new key, where nothing has happened' }));
  const attempt = work => work.catch(error => store.set({ complaint: error.message }));
  let pinned = Boolean(address.get('key'));

  /** The keys that can be asked for, the newest busy one first; a key that looks real is masked by the server. */
  const listed = () => store.state.sandboxes.filter(sandbox => !sandbox.key.endsWith('…'))
    .sort((one, two) => instant(two.lastUsed?.real ?? 0) - instant(one.lastUsed?.real ?? 0));

  function settle() {
    const named = address.get('key');
    const { key, file } = store.state;
    const [newest] = listed();
    const busy = newest?.lastUsed ? newest.key : null;
    let wanted = named && named !== LATEST ? named : busy ?? key;
    if (!pinned && busy && !listed().some(sandbox => sandbox.key === key && sandbox.lastUsed)) wanted = busy;
    if (file || wanted === key) return;
    if (key) address.set({ open: null, order: null, event: null });
    store.forget(wanted);
    if (named !== LATEST) address.set({ key: wanted });
  }

  function pick(key) {
    pinned = true;
    address.set({ key }, { push: true });
    settle();
  }

  async function look() {
    if (store.state.file) return;
    try {
      store.set({ sandboxes: (await api.control('GET', 'sandboxes', null, { key: null })).sandboxes });
      settle();
      if (!store.state.key) store.set({ connection: 'waiting' });
    } catch (error) {
      if (!store.state.key && error.status !== 401) store.set({ connection: 'lost', trouble: error.message });
    }
  }

  function draw() {
    const { key, file } = store.state;
    const latest = address.get('key') === LATEST;
    const keys = listed();
    const option = (value, text) => element('option', { value }, text);
    root.hidden = Boolean(file);
    replace(select,
      key && key !== '-' && !keys.some(sandbox => sandbox.key === key) ? option(key, key) : null,
      key ? null : option('', 'No key yet'),
      keys.map(sandbox => option(sandbox.key, sandbox.key + (sandbox.requests && sandbox.key !== key ? ` · ${count(sandbox.requests, 'call')}` : ''))),
      option(LATEST, key && latest ? `Latest: ${key}` : 'Latest: follow the newest call'),
      option('-', 'Calls without a key'), option(OTHER, 'Another key…'));
    select.value = latest ? LATEST : key ?? '';
    reset.disabled = !key || key === '-';
  }

  async function choose() {
    const key = select.value === OTHER ? await ask('Another key', 'Any text is a key; a new one makes a new sandbox. '
      + 'Keys that look real are not listed, but can be entered here.', { field: 'Key', go: 'Show it' }) : select.value;
    if (key) pick(key);
    draw();
  }

  async function resetKey() {
    const sure = await ask(`Reset ${store.state.key}?`, 'Carts, orders, clock, calls, verdict, scenarios and faults of this '
      + 'key go back to the seed. The same calls then get the same answers again.', { go: 'Reset' });
    if (sure !== null) attempt(api.control('POST', 'reset'));
  }

  store.on('key', pick);
  store.on('reset', look);
  store.on('authority', look);
  store.subscribe(changed => {
    if (changed.has('address')) {
      pinned ||= address.get('key') !== store.state.key;
      settle();
      if (address.get('key') === LATEST) look();
    }
    // The list is built anew only while nobody is choosing from it.
    if (document.activeElement !== select) draw();
  }, 'address', 'key', 'sandboxes', 'file');
  look();
  // A picked key needs the list less often than one that picks itself.
  let beat = 0;
  setInterval(() => { if (!document.hidden && (!pinned || address.get('key') === LATEST || ++beat % 4 === 0)) look(); }, 2500);
}
