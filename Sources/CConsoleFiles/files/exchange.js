// What the page says about an exchange.

const FIDELITY = {
  documented: ['●', 'The documents print this behaviour.'],
  inferred: ['◐', 'The documents suggest this behaviour; they do not print it.'],
  invented: ['○', 'The documents say nothing here; WillCall had to decide.'],
};

/** Whether the client did not get what it asked for. */
export const refused = exchange => exchange.status == null || exchange.status >= 400;

/** The status, or what happened in its place. */
export const outcome = exchange => String(exchange.status ?? exchange.outcome ?? '—');

/** The path without the key, which is the same in all of them. */
export const path = exchange => (exchange.path ?? '').replace(/([?&])apikey=[^&]*&?/, '$1').replace(/[?&]$/, '');

/** The operation, or the method and path of what was none. */
export const title = exchange => exchange.operation ?? `${exchange.method ?? '?'} ${path(exchange)}`;

/** The account that the request names; undefined until its body is known. */
export function account({ account: known, request }) {
  if (known !== undefined || !request) return known;
  const header = Object.entries(request.headers ?? {}).find(([name]) => name.toLowerCase() === 'x-user-id');
  return request.body?.third_party_account_id ?? request.body?.payment?.third_party_account_id ?? header?.[1] ?? null;
}

/** The label of fidelity: a word, its mark, and what it means. */
export function fidelity(exchange) {
  const word = (exchange.fidelity ?? '').split(';')[0];
  const [mark, sentence] = FIDELITY[word] ?? ['', ''];
  return { word, mark, sentence };
}
