// Keeps a house in step with the sandbox: its seats are fetched once, and the stream's events turn them.

const TURNS = { reserved: 'h', shipping: 'h', paid: 'h', bought: 's' };
/** After how many ms the seats are fetched anew, to learn whose they are. */
const LATER = 1500;

/** Follows an event's house; the result changes to another event. */
export function followHouse(house, store, api) {
  let event = null, timer = null, asked = 0;
  house.element.hidden = true;

  async function fetchSeats() {
    clearTimeout(timer);
    timer = null;
    const mine = ++asked;
    house.element.hidden = !event || Boolean(store.state.file);
    if (house.element.hidden) return;
    // If the line is lost or the event is gone, it is fetched again when that is over.
    const answer = await api.control('GET', `events/${encodeURIComponent(event)}/seats`).catch(() => null);
    if (answer && mine === asked) house.show(answer);
  }

  const refetch = () => { timer ??= setTimeout(fetchSeats, LATER); };
  store.on('cart', ({ event_id: id, seats, what, cart_id: cart }) => {
    if (id !== event) return;
    const state = TURNS[what] ?? 'f';
    house.turn(seats, state, state === 'f' ? null : { cart_id: cart, account: store.state.carts.get(cart)?.account });
    refetch();
  });
  store.on('order', order => order.event_id === event && refetch());
  store.on('reset', refetch);
  store.on('world', fetchSeats);
  return id => {
    if (id === event) return;
    event = id;
    fetchSeats();
  };
}
