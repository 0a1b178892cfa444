// How times, durations and amounts are written.

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const two = number => String(number).padStart(2, '0');

/** The ms since 1970 of an RFC 3339 text. */
export function instant(text) {
  return typeof text === 'number' ? text : Date.parse(text);
}

/** `18:05:00`, in UTC. */
export function time(when) {
  const date = new Date(instant(when));
  if (Number.isNaN(date.getTime())) return '--:--:--';
  return `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())}`;
}

/** `Tue 1 Dec 2026`, in UTC. */
export function day(when) {
  const date = new Date(instant(when));
  if (Number.isNaN(date.getTime())) return '';
  return `${DAYS[date.getUTCDay()]} ${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

/** A length of time in its two largest units: `3 d 2 h`, `4 min 59 s`, `0 s`. */
export function length(milliseconds) {
  let seconds = Math.max(0, Math.round(milliseconds / 1000));
  const parts = [];
  for (const [unit, size] of [['d', 86400], ['h', 3600], ['min', 60], ['s', 1]]) {
    const count = Math.floor(seconds / size);
    seconds -= count * size;
    if (count) parts.push(`${count} ${unit}`);
  }
  return parts.slice(0, 2).join(' ') || '0 s';
}

/** Milliseconds of an exchange: `0.21`, `12.4`, `804`. */
export function milliseconds(value) {
  if (value === null || value === undefined) return '';
  return value < 1 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : String(Math.round(value));
}

/** An amount with two decimals. */
export function money(value) {
  return value === null || value === undefined ? '' : Number(value).toFixed(2);
}

/** `1 exchange`, `12 exchanges`. */
export function count(number, word) {
  return `${number.toLocaleString('en-GB')} ${word}${number === 1 ? '' : 's'}`;
}
