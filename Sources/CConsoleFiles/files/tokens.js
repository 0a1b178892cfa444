// The newest token of each ticket: what this page was answered, else what the journal has of the app's own calls.

const known = new Map();

/** Keeps what Order Management or Secure Render answered. @param {object[]} tickets of the answer's body */
export function remember(tickets, device) {
  for (const ticket of tickets ?? []) {
    const barcode = ticket.barcode_id ?? ticket.barcode;
    const token = ticket.secure_entry_data?.token ?? ticket.token;
    if (barcode && token) known.set(barcode, { token, device });
  }
}

/** Forgets a ticket's token, since a newer one was issued; without a barcode, all. */
export function forget(barcode) {
  if (barcode) known.delete(barcode); else known.clear();
}

/**
 * The newest token of a ticket and the device that got it, or null.
 * @returns {Promise<{token: string, device: string}|null>}
 */
export async function newestToken(api, barcode) {
  if (!known.has(barcode)) {
    const lists = await Promise.all(['orders.open', 'securerender'].map(operation =>
      api.control('GET', `requests?operation=${operation}&limit=200`)));
    const number = exchange => Number(exchange.id.slice(1));
    for (const each of lists.flatMap(list => list.requests).sort((one, other) => number(one) - number(other))) {
      const asked = each.request?.body;
      remember(each.response?.body?.tickets, asked?.device_id ?? asked?.deviceId);
    }
  }
  return known.get(barcode) ?? null;
}
