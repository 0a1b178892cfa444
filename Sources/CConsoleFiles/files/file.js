// A saved journal or state, opened without a server.

import { element } from './dom.js';
import { insert } from './fold.js';
import { instant } from './format.js';
import { address } from './address.js';
import { announce } from './announce.js';

export function mount(root, store) {
  const input = element('input', { type: 'file', accept: '.json,application/json', class: 'visually-hidden', tabindex: '-1', 'aria-label': 'Saved file' });
  root.append(input);
  store.on('choose-file', () => input.click());
  input.addEventListener('change', () => input.files[0] && open(input.files[0]));
  addEventListener('dragover', event => event.preventDefault());
  addEventListener('drop', event => {
    event.preventDefault();
    if (event.dataTransfer.files[0]) open(event.dataTransfer.files[0]);
  });

  async function open(file) {
    const notice = document.getElementById('notice');
    let found = null;
    try {
      found = read(JSON.parse(await file.text()));
    } catch { /* It is not JSON; the sentence below says what it should be. */ }
    if (!found) {
      notice.textContent = `${file.name} is neither a saved journal (GET requests) nor a saved state (GET state).`;
      notice.hidden = false;
      return;
    }
    store.forget(null);
    store.set({ ...found.state, file: { name: file.name, kind: found.kind }, connection: 'file' });
    address.set({ key: null, open: null, view: found.kind === 'journal' ? 'calls' : 'state' }, { push: true });
    store.emit('world', null);
    announce(`${file.name} is open`);
  }
}

/** The state of the page that a saved document describes, or null if it is none. */
export function read(saved) {
  const requests = saved?.requests;
  if (Array.isArray(requests)) {
    const exchanges = [];
    for (const entry of requests) insert(exchanges, entry);
    return { kind: 'journal', state: { exchanges } };
  }
  const office = saved?.boxOffice;
  if (!office) return null;
  const now = instant(saved.clock.now);
  return {
    kind: 'state',
    state: {
      clock: { now, at: Date.now(), rate: 0, frozen: true, next: [] },
      carts: new Map((office.carts ?? []).map(cart => [cart.id, cartOf(cart)])),
      orders: new Map((office.orders ?? []).map(order => [order.number, orderOf(order)])),
      faults: (saved.scenarios?.faults ?? []).map(fault => ({ ...fault.rule, ...fault })),
      scenarios: scenariosOf(saved.scenarios?.active ?? []),
    },
  };
}

function cartOf(cart) {
  const seats = (cart.items ?? []).flatMap(item => (item.seats ?? []).map(seat => `${item.section}/${item.row}/${seat}`));
  return { cart_id: cart.id, event_id: cart.event, created: cart.createdAt, expires: cart.expiresAt, seats,
    account: cart.payment?.account ?? null, grand: cart.payment?.amount ?? null, paid: Boolean(cart.payment),
    hold_time: (instant(cart.expiresAt) - instant(cart.createdAt)) / 1000 };
}

function scenariosOf(active) {
  return { active: active.map(({ name }) => ({ name, from: 'sandbox' })), available: [],
    descriptions: Object.fromEntries(active.map(({ name, description }) => [name, description])) };
}

function orderOf(order) {
  return { order_number: order.number, order_token: order.token, event_id: order.event, account: order.account ?? null,
    placed: order.placedAt, grand: order.grandTotal, voided: order.voided, deliverable: null, delivery_from: order.deliveryFrom ?? null,
    tickets: order.tickets.map(ticket => ({ barcode_id: ticket.barcode, section: ticket.section, row: ticket.row, seat_name: ticket.seat })) };
}
