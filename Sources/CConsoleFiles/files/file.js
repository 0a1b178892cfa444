// A saved journal or state, opened without a server.

import { address } from './address.js';
import { insert } from './fold.js';
import { instant } from './format.js';
import { element } from './dom.js';

export function mount(root, store) {
  const input = element('input.visually-hidden', { type: 'file', accept: '.json', tabindex: -1, 'aria-label': 'Saved file', on: { change: () => open(input.files[0]) } });
  root.append(input);
  store.on('choose-file', () => input.click());
  addEventListener('dragover', event => event.preventDefault());
  addEventListener('drop', event => {
    event.preventDefault();
    open(event.dataTransfer.files[0]);
  });

  async function open(file) {
    if (!file) return;
    const saved = await file.text().then(JSON.parse).catch(() => null);
    const found = Array.isArray(saved?.requests) ? journal(saved) : saved?.boxOffice ? state(saved) : null;
    if (!found) {
      store.set({ connection: 'lost', trouble: `${file.name} is neither a saved journal (GET requests) nor a saved state (GET state).` });
      return;
    }
    store.forget(null);
    store.set({ ...found, file: { name: file.name, kind: found.exchanges ? 'journal' : 'state' }, connection: 'file' });
    address.set({ key: null, open: null, view: found.exchanges ? 'calls' : 'state' }, { push: true });
    store.emit('world', null);
  }
}

function journal({ requests }) {
  const exchanges = [];
  for (const entry of requests) insert(exchanges, entry);
  return { exchanges };
}

function state({ clock, scenarios: { active = [], faults = [] } = {}, boxOffice: { carts = [], orders = [] } }) {
  return {
    clock: { now: instant(clock.now), at: 0, rate: 0, frozen: true, next: [] },
    faults: faults.map(fault => ({ ...fault.rule, ...fault })),
    scenarios: { active: active.map(({ name }) => ({ name, from: 'sandbox' })), available: [],
      descriptions: Object.fromEntries(active.map(({ name, description }) => [name, description])) },
    carts: new Map(carts.map(({ id, event, createdAt, expiresAt, items = [], payment }) => [id, {
      cart_id: id, event_id: event, created: createdAt, expires: expiresAt, hold_time: (instant(expiresAt) - instant(createdAt)) / 1000,
      seats: items.flatMap(({ section, row, seats = [] }) => seats.map(seat => `${section}/${row}/${seat}`)),
      account: payment?.account ?? null, grand: payment?.amount ?? null, paid: Boolean(payment),
    }])),
    orders: new Map(orders.map(({ number, token, event, account = null, placedAt, grandTotal, voided, tickets }) => [number, {
      order_number: number, order_token: token, event_id: event, account, placed: placedAt, grand: grandTotal, voided,
      tickets: tickets.map(({ barcode, section, row, seat }) => ({ barcode_id: barcode, section, row, seat_name: seat })),
    }])),
  };
}
