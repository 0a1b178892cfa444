// One ticket as the fan's phone shows it: the code that turns, or when it comes; and the gate that reads it.
import { button, element, replace, setText } from './dom.js';
import { payload, STEP } from './entry-code.js';
import { day, length, time } from './format.js';
import { forget, newestToken } from './tokens.js';

const NONE = 'No device has a token for this ticket yet. The app gets one when it opens the order or refreshes the ticket.';

/**
 * The code of a ticket. `show(order, ticket)` says of which, `tick(now)` turns it, `scan()` holds it under the scanner.
 * @param {{withScan?: boolean}} options whether it has a button of its own for the gate
 */
export function createTicketCode(store, api, { withScan = true } = {}) {
  const picture = element('img', { class: 'ticket-picture', alt: '' });
  const note = element('p', { class: 'ticket-note' });
  const turn = element('p', { class: 'ticket-turn figures' });
  const rest = element('span', { class: 'ticket-rest' });
  const seat = element('p', { class: 'ticket-seat' });
  const verdict = element('div', { class: 'ticket-verdict', role: 'status' });
  const scanButton = withScan && button('Scan it', () => scan(), { class: 'primary' });
  const screen = element('div', { class: 'ticket-screen' }, picture, note);
  const root = element('div', { class: 'ticket' }, seat, screen,
    element('div', { class: 'ticket-clock' }, rest, turn), scanButton, verdict);

  let order = null, ticket = null, drawnStep = null, busy = false, url = null, failed = null;

  /** What keeps the code from being drawn, in a sentence; null if nothing does. */
  function reason(now) {
    if (order.voided) return 'This order was voided. Its tickets admit nobody.';
    const from = order.delivery_from && Date.parse(order.delivery_from);
    if (from && from > now) {
      return `The token comes on ${day(from)} at ${time(from).slice(0, 5)} UTC, in ${length(from - now)}. Until then there is no code.`;
    }
    return failed;
  }

  /** How the event's tickets are entered with: `safetix` turns, `safetix-barcode` has a token too, `barcode` has none. */
  const entry = () => store.state.events.find(each => each.id === order.event_id)?.entry ?? 'safetix';

  async function draw(now, step) {
    busy = true;
    try {
      const found = await newestToken(api, ticket.barcode_id);
      if (!found && entry() !== 'barcode') throw new Error(NONE);
      const path = `tickets/${encodeURIComponent(ticket.barcode_id)}/symbol.svg`;
      const query = found?.device ? { device: found.device } : {};
      const image = await api.control('GET', path, undefined, { as: 'blob', query });
      const before = url;
      url = URL.createObjectURL(image);
      picture.src = url;
      await picture.decode().catch(() => {});
      if (before) URL.revokeObjectURL(before);
      picture.alt = `The code of ticket ${ticket.barcode_id}, as it is drawn now`;
      failed = null;
      root.dataset.turned = step;
    } catch (error) {
      failed = error.message;
    }
    drawnStep = step;
    busy = false;
  }

  async function tick(now) {
    if (!ticket) return;
    const why = reason(now);
    setText(note, why ?? '');
    note.hidden = !why;
    picture.hidden = Boolean(why) || !url;
    turn.hidden = rest.hidden = picture.hidden || entry() !== 'safetix';
    if (scanButton) scanButton.disabled = Boolean(why);
    const seconds = now / 1000, step = Math.floor(seconds / STEP);
    const left = STEP - seconds % STEP;
    setText(turn, `turns in ${Math.ceil(left)} s`);
    rest.style.setProperty('transform', `scaleX(${left / STEP})`);
    if (step !== drawnStep && !busy && !(why && why !== failed)) await draw(now, step);
  }

  async function scan() {
    let answer;
    try {
      const found = await newestToken(api, ticket.barcode_id);
      const { now } = await api.control('GET', 'clock');
      const text = found ? payload(found.token, Date.parse(now)) : ticket.barcode_id;
      answer = await api.control('POST', 'gate/scan', { payload: text, at: now, gate: 'Main gate' });
    } catch (error) {
      answer = { verdict: 'no answer', sentence: error.message };
    }
    const admitted = answer.verdict === 'admit';
    verdict.className = `ticket-verdict ${admitted ? 'is-admitted' : 'is-refused'}`;
    replace(verdict, element('b', { text: admitted ? 'Admitted' : 'Refused' }),
      admitted ? null : element('span', { class: 'ticket-word', text: answer.verdict }),
      element('p', { text: answer.sentence }));
    return answer;
  }

  store.on('token', event => {
    if (event.barcode_id !== ticket?.barcode_id) return;
    forget(event.barcode_id);
    drawnStep = null;
  });

  return {
    element: root,
    scan,
    tick,
    /** Shows a ticket of an order as in `GET orders`. */
    show(newOrder, newTicket) {
      if (newTicket.barcode_id !== ticket?.barcode_id) {
        url = drawnStep = failed = null;
        picture.hidden = true;
        replace(verdict);
      }
      [order, ticket] = [newOrder, newTicket];
      setText(seat, place(newTicket));
      tick(store.now());
    },
  };
}

/** A ticket's place in words. */
export function place(ticket) {
  const row = ticket.row ? `Row ${ticket.row}` : null;
  return [`Section ${ticket.section}`, row, ticket.seat_name && `Seat ${ticket.seat_name}`].filter(Boolean).join(' · ');
}
