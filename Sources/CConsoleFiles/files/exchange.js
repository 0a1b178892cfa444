// What the page says about an exchange.

/** Whether the client did not get what it asked for. */
export function refused(exchange) {
  return exchange.status === null || exchange.status === undefined || exchange.status >= 400;
}

/** What stands in the column of the status: the status, or what happened in its place. */
export function outcome(exchange) {
  if (exchange.status === null || exchange.status === undefined) return exchange.outcome ?? '—';
  return String(exchange.status);
}

/** The operation, or the method and path of what was none. */
export function title(exchange) {
  return exchange.operation ?? `${exchange.method ?? '?'} ${path(exchange)}`;
}

/** The path without the key, which is the same in all of them. */
export function path(exchange) {
  return (exchange.path ?? '').replace(/([?&])apikey=[^&]*&?/, '$1').replace(/[?&]$/, '');
}

/** The account that the request names, once its body is known. */
export function account(exchange) {
  if (exchange.account !== undefined) return exchange.account;
  const request = exchange.request;
  if (!request) return null;
  const body = request.body ?? {};
  const header = Object.entries(request.headers ?? {}).find(([name]) => name.toLowerCase() === 'x-user-id');
  return body.third_party_account_id ?? body.payment?.third_party_account_id ?? header?.[1] ?? null;
}

/** What the label of fidelity means, in a sentence. */
export const FIDELITY = {
  documented: 'The documents print this behaviour.',
  inferred: 'The documents suggest this behaviour; they do not print it.',
  invented: 'The documents say nothing here; WillCall had to decide.',
};

const MARKS = { documented: '●', inferred: '◐', invented: '○' };

/** The label of fidelity with its mark: `● documented`. */
export function fidelity(exchange) {
  const word = (exchange.fidelity ?? '').split(';')[0].trim();
  return { word, mark: MARKS[word] ?? '', sentence: FIDELITY[word] ?? '' };
}
