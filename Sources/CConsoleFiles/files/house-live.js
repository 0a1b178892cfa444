// Keeps a house in step with the sandbox: the seats are fetched once, and the stream's events turn them.

const TURNS = { reserved: 'h', shipping: 'h', paid: 'h', bought: 's', deleted: 'f', expired: 'f' };
/** How long after a change the seats are fetched anew, so that it is known whose they are; in milliseconds. */
const LATER = 1500;

/**
 * Follows one event at a time.
 * @param {ReturnType<import('./house.js').createHouse>} house
 * @returns {{open: (eventId: string|null) => void}}
 */
export function followHouse(house, store, api) {
  let eventId = null, timer = null, asked = 0, shown = null;

  async function fetchSeats() {
    clearTimeout(timer);
    timer = null;
    house.element.hidden = !eventId || Boolean(store.state.file);
    if (house.element.hidden) return;
    const mine = ++asked;
    try {
      const answer = await api.control('GET', `events/${encodeURIComponent(eventId)}/seats`);
      if (mine !== asked) return;
      house.show(answer);
      shown = eventId;
      house.element.hidden = false;
    } catch {
      // The connection is lost, or the event is gone: what follows either of them fetches again.
      if (mine === asked) house.element.hidden = true;
    }
  }

  const refetch = () => {
    if (house.element.offsetParent === null) shown = null;
    else timer ??= setTimeout(fetchSeats, LATER);
  };

  store.on('cart', event => {
    if (event.event_id !== eventId) return;
    const state = TURNS[event.what];
    const account = store.state.carts.get(event.cart_id)?.account ?? null;
    house.turn(event.seats, state, state === 'f' ? null : { cart_id: event.cart_id, account });
    refetch();
  });
  store.on('order', event => event.event_id === eventId && refetch());
  store.on('reset', () => refetch());
  store.on('world', () => { shown = null; fetchSeats(); });

  return {
    open(id) {
      if (id === eventId && shown === id) return;
      eventId = id;
      fetchSeats();
    },
  };
}
