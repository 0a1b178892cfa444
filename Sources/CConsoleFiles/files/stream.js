// The server's events over `fetch`, because an EventSource can send neither a token nor tell a 401 from a lost line.

import { authority, ApiError } from './api.js';

const SILENCE = 40_000;
const LONGEST_WAIT = 8_000;

/**
 * Listens to the events of a sandbox until `stop()` of the returned object. Reconnects by itself, and resumes after the
 * last event that it saw. `handlers`: `open(resumed)`, `event(type, data)`, `lost(ApiError)`.
 */
export function listen(key, handlers) {
  let last = null;
  let heard = Date.now();
  let attempt = 0;
  let stopped = false;
  let abort = null;
  let wake = () => {};

  const run = async () => {
    while (!stopped) {
      abort = new AbortController();
      heard = Date.now();
      try {
        await once();
      } catch (error) {
        if (!stopped) handlers.lost(error instanceof ApiError ? error : new ApiError(0, 'The server is out of reach.'));
      }
      if (stopped) return;
      const wait = Math.min(LONGEST_WAIT, 250 * 2 ** attempt++);
      await new Promise(done => { wake = done; setTimeout(done, wait); });
    }
  };

  const once = async () => {
    const headers = { ...authority(), ...(last ? { 'Last-Event-ID': last } : {}) };
    const response = await fetch(`/__willcall/stream?apikey=${encodeURIComponent(key)}`,
      { headers, cache: 'no-store', signal: abort.signal });
    if (!response.ok) {
      const answer = await response.json().catch(() => null);
      throw new ApiError(response.status, answer?.error?.message ?? `The server answered ${response.status}.`);
    }
    handlers.open(last !== null);
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    const parse = parser((type, data, id) => {
      if (id) last = id;
      handlers.event(type, data);
    });
    for (;;) {
      const { value, done } = await reader.read();
      if (done) throw new ApiError(0, 'The server ended the stream.');
      heard = Date.now();
      attempt = 0;
      parse(value);
    }
  };

  // A laptop that slept, or a line that died without a word: no comment has come for too long.
  const check = () => { if (Date.now() - heard > SILENCE) abort?.abort(); };
  const hurry = () => { if (!document.hidden) { check(); wake(); } };
  const timer = setInterval(check, 5_000);
  addEventListener('online', hurry);
  document.addEventListener('visibilitychange', hurry);
  run();

  return {
    /** Tries at once. */
    retry: () => { attempt = 0; wake(); },
    /** Begins anew without resuming, so that everything is fetched again. */
    again: () => { last = null; abort?.abort(); },
    stop() {
      stopped = true;
      clearInterval(timer);
      removeEventListener('online', hurry);
      document.removeEventListener('visibilitychange', hurry);
      abort?.abort();
      wake();
    },
  };
}

/** Takes the stream's text piece by piece, and gives each whole event to `emit(type, data, id)`. */
export function parser(emit) {
  let rest = '';
  let type = 'message';
  let data = '';
  let id = null;
  return piece => {
    const lines = (rest + piece).split('\n');
    rest = lines.pop();
    for (const line of lines) {
      if (line === '' || line === '\r') {
        if (data) emit(type, JSON.parse(data), id);
        [type, data, id] = ['message', '', null];
        continue;
      }
      const colon = line.indexOf(':');
      const value = line.slice(colon + 1).trim();
      if (line.startsWith('event:')) type = value;
      else if (line.startsWith('data:')) data += value;
      else if (line.startsWith('id:')) id = value;
    }
  };
}
