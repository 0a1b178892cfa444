// Calls to the server: the control API, and the Partner API as an app would call it.

import { instant } from './format.js';
import { store } from './store.js';

const TOKEN = 'willcall-token';

/** What went wrong with a call. `status` is 0 if there was no answer. */
export class ApiError extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

/** The header of the token, if one was given. */
export function authority() {
  const token = sessionStorage.getItem(TOKEN);
  return token ? { Authorization: `Bearer ${token}` } : {};
}

/** Keeps the token of --control-token for this tab. */
export const keepToken = token => sessionStorage.setItem(TOKEN, token);

async function send(method, path, key, query, headers, body) {
  const url = new URL(path, location.origin);
  for (const [name, value] of Object.entries({ ...(key ? { apikey: key } : {}), ...query })) url.searchParams.set(name, value);
  try {
    const response = await fetch(url, { method, headers, cache: 'no-store', body: body == null ? undefined : JSON.stringify(body) });
    return { url, response, text: await response.clone().text() };
  } catch {
    throw new ApiError(0, 'The server did not answer.');
  }
}

function parsed(text) {
  try {
    return text === '' ? null : JSON.parse(text);
  } catch {
    return text;
  }
}

export const api = {
  /** Calls the control API. `as: 'blob'` returns a Blob; `key` names another sandbox. Throws ApiError unless it is a 2xx. */
  async control(method, path, body, { as = 'json', key = store.state.key, query } = {}) {
    const { response, text } = await send(method, `/__willcall/${path}`, key, query, authority(), body);
    if (response.ok) return as === 'json' ? parsed(text) : response[as]();
    if (response.status === 401) store.set({ connection: 'token' });
    throw new ApiError(response.status, parsed(text)?.error?.message ?? `The server answered ${response.status}.`);
  },

  /** Calls the Partner API as an app does, and returns the answer whatever its status. Throws ApiError if there is none. */
  async partner(method, path, { body, headers, query } = {}) {
    const sent = { ...(body === undefined ? {} : { 'Content-Type': 'application/json' }), ...headers };
    const begun = performance.now();
    const { url, response, text } = await send(method, path, store.state.key, query, sent, body);
    const header = name => response.headers.get(`x-willcall-${name}`);
    return {
      ok: response.ok, status: response.status, body: parsed(text), milliseconds: performance.now() - begun,
      diagnosis: header('diagnosis'), fidelity: header('fidelity'),
      request: { id: header('request'), method, url: url.pathname + url.search, headers: sent, body },
    };
  },

  /** Moves the sandbox's clock and notes under `label` what that caused. */
  async moveClock(change, label) {
    const from = store.now();
    store.take('moved', { ...await this.control('POST', 'clock', change), label, from });
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
export function clockFrom({ now, rate, frozen, next }, earlier) {
  return { now: instant(now), at: Date.now(), rate, frozen, next: next ?? earlier?.next ?? [] };
}
