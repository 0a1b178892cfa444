// The live carts: what each holds, whose it is, and how long it still may.
import { element, replace } from './dom.js';
import { money } from './format.js';
import { createHoldBar } from './hold-bar.js';

/** More carts than these are counted, not drawn. */
const MOST = 50;

/** @param {{look: (seats: string[], eventId: string) => void}} actions */
export function createCartList({ look }) {
  const root = element('div', { class: 'cart-list' });
  let bars = [];

  function line(cart, nameOf) {
    const bar = createHoldBar();
    bars.push({ bar, cart });
    return element('article', { class: 'cart' },
      element('button', { type: 'button', class: 'plain cart-seats', on: { click: () => look(cart.seats, cart.event_id) } },
        cart.seats.join(', ')),
      element('p', { class: 'quiet', text: [
        nameOf(cart.event_id), cart.account && `account ${cart.account}`, `cart ${cart.cart_id}`,
      ].filter(Boolean).join(' · ') }),
      element('p', { class: 'cart-sum figures', text: `${money(cart.grand)} ${cart.paid ? 'paid' : 'unpaid'}` }),
      bar.element);
  }

  return {
    element: root,
    /** Shows the carts; `nameOf` gives the name of an event. */
    show(carts, nameOf) {
      bars = [];
      const newest = [...carts.values()].slice(-MOST).reverse();
      replace(root, newest.map(cart => line(cart, nameOf)),
        !carts.size && element('p', { class: 'quiet', text: 'No seats are held now.' }),
        carts.size > MOST && element('p', { class: 'quiet', text: `And ${carts.size - MOST} more.` }));
    },
    /** Draws what is left of each hold. */
    tick(now) {
      for (const { bar, cart } of bars) bar.update(cart, now);
    },
  };
}
