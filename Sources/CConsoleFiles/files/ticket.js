// One ticket as the fan's phone shows it: the code that turns, or when it comes; and the gate.
import { authority } from './api.js';
import { button, element, replace, setText } from './dom.js';
import { day, length, time } from './format.js';

/** How long a code is shown, in ms of the sandbox's clock. */
const STEP = 15_000;

/** A ticket's place in words. */
export const place = ({ section, row, seat_name: seat }) =>
  [`Section ${section}`, row && `Row ${row}`, seat && `Seat ${seat}`].filter(Boolean).join(' · ');

/** The code of a ticket, with a button for the gate or without: `tick(now)` turns it, `scan()` holds it under the scanner. */
export function createTicket(store, api, withButton) {
  const picture = element('img.ticket-picture', { alt: '' });
  const note = element('p.ticket-note');
  const turn = element('p.quiet');
  const rest = element('span.ticket-rest');
  const clock = element('div.ticket-clock', rest, turn);
  const seat = element('p.ticket-seat');
  const verdict = element('div', { role: 'status' });
  const gate = withButton && button('Scan it', scan, { class: 'primary' });
  let order = null, ticket = null, drawn = null, busy = false, failed = null;

  async function fetchSymbol() {
    const path = `/__willcall/tickets/${encodeURIComponent(ticket.barcode_id)}/symbol.svg?apikey=${encodeURIComponent(store.state.key)}`;
    const response = await fetch(path, { headers: authority(), cache: 'no-store' });
    if (response.ok) return response;
    throw new Error(response.status === 404 ? 'No device has a token for this ticket yet. The app gets one when it opens the order.'
      : (await response.json()).error.message);
  }

  async function draw(step) {
    busy = true;
    const mine = ticket;
    failed = null;
    try {
      const url = URL.createObjectURL(await (await fetchSymbol()).blob());
      URL.revokeObjectURL(picture.src);
      picture.src = url;
      picture.alt = `The code of ticket ${mine.barcode_id}, as it is now`;
      await picture.decode().catch(() => {});
    } catch (error) {
      failed = error.message;
    }
    busy = false;
    if (mine === ticket) drawn = step;
    tick(store.now());
  }

  function tick(now) {
    const from = Date.parse(order.delivery_from), step = Math.floor(now / STEP), left = STEP - now % STEP;
    const barred = order.voided ? 'This order was voided. Its tickets admit nobody.' : from > now
      ? `The token comes on ${day(from)} at ${time(from).slice(0, 5)} UTC, in ${length(from - now)}. Until then there is no code.` : null;
    setText(note, barred ?? failed ?? '');
    picture.hidden = Boolean(barred ?? failed) || drawn === null;
    clock.hidden = picture.hidden || store.state.events.find(each => each.id === order.event_id)?.entry !== 'safetix';
    if (gate) gate.disabled = picture.hidden;
    setText(turn, `turns in ${Math.ceil(left / 1000)} s`);
    rest.style.setProperty('transform', `scaleX(${left / STEP})`);
    if (step !== drawn && !busy && !barred) draw(step);
  }

  async function scan() {
    let answer;
    try {
      const payload = (await fetchSymbol()).headers.get('X-Willcall-Payload');
      answer = await api.control('POST', 'gate/scan', { payload, gate: 'Main gate' });
    } catch (error) {
      answer = { verdict: 'no answer', sentence: error.message };
    }
    const admitted = answer.verdict === 'admit';
    verdict.className = `ticket-verdict ${admitted ? 'good' : 'bad'}`;
    replace(verdict, element('b', admitted ? 'Admitted' : 'Refused'), !admitted && element('code', answer.verdict), element('p', answer.sentence));
    return answer;
  }

  store.on('token', event => { if (event.barcode_id === ticket?.barcode_id) drawn = -1; });

  return {
    element: element('div.ticket', seat, element('div.ticket-screen', picture, note), clock, gate, verdict),
    scan,
    tick: now => ticket && tick(now),
    show(newOrder, newTicket) {
      if (newTicket.barcode_id !== ticket?.barcode_id) {
        drawn = failed = null;
        verdict.className = '';
        replace(verdict);
      }
      [order, ticket] = [newOrder, newTicket];
      setText(seat, place(ticket));
      tick(store.now());
    },
  };
}
