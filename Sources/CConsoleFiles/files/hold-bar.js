// A hold that runs out on the sandbox's clock.
import { element, setText } from './dom.js';

/** Minutes and seconds of a span in milliseconds, such as `4:07`. */
export function minutes(milliseconds) {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** A bar that empties. `update(cart, now)` draws what is left of the cart's hold. */
export function createHoldBar() {
  const left = element('b', { class: 'figures' });
  const fill = element('span', { class: 'hold-fill' });
  const bar = element('div', { class: 'hold-bar', role: 'progressbar', 'aria-label': 'Time left to buy' }, fill);
  const root = element('div', { class: 'hold' }, bar, element('p', { class: 'hold-left' }, left, ' left to buy'));
  return {
    element: root,
    update(cart, now) {
      const rest = Math.max(0, Date.parse(cart.expires) - now);
      const whole = Math.max(Date.parse(cart.expires) - Date.parse(cart.created), rest, 1000);
      setText(left, minutes(rest));
      fill.style.setProperty('transform', `scaleX(${rest / whole})`);
      root.classList.toggle('is-short', rest < 60_000);
      bar.setAttribute('aria-valuenow', Math.round(rest / whole * 100));
      bar.setAttribute('aria-valuetext', `${minutes(rest)} left`);
    },
  };
}
