// Calls to the server: the control API, and the Partner API as an app would call it.

import { store } from './store.js';
import { instant } from './format.js';

const TOKEN = 'willcall-token';

/** What went wrong with a call. `status` is 0 if there was no answer at all. */
export class ApiError extends Error {
  constructor(status, message, details) {
    super(message);
    this.status = status;
    this.details = details ?? null;
  }
}

function target(path, key, query) {
  const url = new URL(path, location.origin);
  if (key) url.searchParams.set('apikey', key);
  for (const [name, value] of Object.entries(query ?? {})) url.searchParams.set(name, value);
  return url;
}

/** The headers of a control call: the token, if one was given. */
export function authority() {
  const token = sessionStorage.getItem(TOKEN);
  return token ? { Authorization: `Bearer ${token}` } : {};
}

/** Keeps the token of --control-token for this tab. */
export function keepToken(token) {
  sessionStorage.setItem(TOKEN, token);
}

async function send(url, options) {
  try {
    return await fetch(url, { cache: 'no-store', ...options });
  } catch (error) {
    if (error.name === 'AbortError') throw error;
    throw new ApiError(0, 'The server did not answer.');
  }
}

async function parsed(response) {
  const text = await response.text();
  try {
    return { text, body: text === '' ? null : JSON.parse(text) };
  } catch {
    return { text, body: text };
  }
}

export const api = {
  /**
   * Calls the control API. `as: 'blob'` returns the body as a Blob, `as: 'text'` as text; `key` names another sandbox.
   * @throws {ApiError} for every answer but a 2xx
   */
  async control(method, path, body, { as = 'json', key = store.state.key, query, signal } = {}) {
    const response = await send(target(`/__willcall/${path}`, key, query), {
      method, signal, headers: authority(), body: body === undefined || body === null ? undefined : JSON.stringify(body),
    });
    if (response.ok && as !== 'json') return response[as]();
    const answer = await parsed(response);
    if (response.ok) return answer.body;
    if (response.status === 401) store.set({ connection: 'token' });
    const error = answer.body?.error;
    throw new ApiError(response.status, error?.message ?? `The server answered ${response.status}.`, answer.body);
  },

  /**
   * Calls the Partner API as an app does. Returns the answer whatever its status.
   * @throws {ApiError} if there was no answer
   */
  async partner(method, path, { body, headers = {}, query, key = store.state.key } = {}) {
    const url = target(path, key, query);
    const sent = { ...(body === undefined ? {} : { 'Content-Type': 'application/json' }), ...headers };
    const begun = performance.now();
    const response = await send(url, { method, headers: sent, body: body === undefined ? undefined : JSON.stringify(body) });
    const answer = await parsed(response).catch(() => { throw new ApiError(0, 'The answer broke off.'); });
    return {
      ok: response.ok, status: response.status, headers: Object.fromEntries(response.headers), ...answer,
      milliseconds: performance.now() - begun,
      diagnosis: response.headers.get('x-willcall-diagnosis'), fidelity: response.headers.get('x-willcall-fidelity'),
      request: { id: response.headers.get('x-willcall-request'), method, url: url.pathname + url.search, headers: sent, body },
    };
  },

  /** Moves the sandbox's clock and notes under `label` what that caused. */
  async moveClock(change, label) {
    const from = store.now();
    const answer = await this.control('POST', 'clock', change);
    store.take('moved', { ...answer, label, from, sandbox: store.state.key });
    return answer;
  },

  /** Makes a new key, goes to it, and returns it. */
  async freshWorld() {
    const letters = crypto.getRandomValues(new Uint8Array(4));
    const key = 'world-' + Array.from(letters, byte => 'bcdfghjkmnpqrstvwxz23456789'[byte % 27]).join('');
    await this.control('GET', 'clock', null, { key });
    store.emit('key', key);
    return key;
  },
};

/** A clock as the state holds it, from an answer of the control API. */
export function clockFrom(answer, earlier) {
  return { now: instant(answer.now), at: Date.now(), rate: answer.rate, frozen: answer.frozen,
    next: answer.next ?? earlier?.next ?? [] };
}
