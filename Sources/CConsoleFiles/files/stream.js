// The server's events over `fetch`: an EventSource can neither send a token nor tell a 401 from a lost line.

import { ApiError, authority } from './api.js';

const SILENCE = 40_000;
const LONGEST_WAIT = 5_000;

/** Listens to a sandbox's events, reconnects by itself, and resumes after the last one. Calls `on.open(resumed)`,
 *  `on.event(type, data)` and `on.lost(ApiError)`. */
export function listen(key, on) {
  let last = null;
  let heard = 0;
  let attempt = 0;
  let stopped = false;
  let abort = null;
  let wake = () => {};

  async function run() {
    while (!stopped) {
      abort = new AbortController();
      heard = Date.now();
      const error = await once().catch(error => error);
      if (stopped) return;
      on.lost(error instanceof ApiError ? error : new ApiError(0, 'The server is out of reach.'));
      await new Promise(done => { wake = done; setTimeout(done, Math.min(LONGEST_WAIT, 250 * 2 ** attempt++)); });
    }
  }

  async function once() {
    const response = await fetch(`/__willcall/stream?apikey=${encodeURIComponent(key)}`,
      { headers: { ...authority(), ...(last ? { 'Last-Event-ID': last } : {}) }, cache: 'no-store', signal: abort.signal });
    if (!response.ok) {
      const answer = await response.json().catch(() => null);
      throw new ApiError(response.status, answer?.error?.message ?? `The server answered ${response.status}.`);
    }
    on.open(last !== null);
    const parse = parser((type, data, id) => {
      last = id ?? last;
      on.event(type, data);
    });
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      heard = Date.now();
      attempt = 0;
      parse(part.value);
    }
  }

  // A laptop that slept, or a line that died without a word: not even a comment has come for too long.
  const check = () => {
    if (Date.now() - heard > SILENCE) abort?.abort();
    if (!document.hidden) wake();
  };
  const timer = setInterval(check, LONGEST_WAIT);
  addEventListener('online', check);
  document.addEventListener('visibilitychange', check);
  run();

  return {
    /** Tries at once. */
    retry: () => wake(),
    /** Begins anew without resuming, so that everything is fetched again. */
    again() { last = null; abort?.abort(); },
    stop() {
      stopped = true;
      clearInterval(timer);
      removeEventListener('online', check);
      document.removeEventListener('visibilitychange', check);
      abort?.abort();
    },
  };
}

/** Takes the stream's text piece by piece, and gives each whole event to `emit(type, data, id)`. */
export function parser(emit) {
  let rest = '';
  let event = {};
  return piece => {
    const lines = (rest + piece).split('\n');
    rest = lines.pop();
    for (const line of lines) {
      const colon = line.indexOf(':');
      if (colon > 0) event[line.slice(0, colon)] = line.slice(colon + 1).trim();
      else if (line.trim() === '') {
        if (event.data) emit(event.event, JSON.parse(event.data), event.id);
        event = {};
      }
    }
  };
}
