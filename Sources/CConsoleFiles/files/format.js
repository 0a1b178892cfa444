// How times, durations and amounts are written. Times are in UTC.

const DATE = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });

/** The ms since 1970 of an RFC 3339 text. */
export const instant = text => typeof text === 'number' ? text : Date.parse(text);

/** `18:05:00`. */
export const time = when => new Date(instant(when)).toISOString().slice(11, 19);

/** `Tue 1 Dec 2026`. */
export const day = when => DATE.format(instant(when)).replaceAll(',', '').replace('Sept', 'Sep');

/** A length of time in its two largest units: `3 d 2 h`, `4 min 59 s`, `0 s`. */
export function length(milliseconds) {
  let seconds = Math.max(0, Math.round(milliseconds / 1000));
  const parts = [['d', 86400], ['h', 3600], ['min', 60], ['s', 1]].map(([unit, size]) => {
    const count = Math.floor(seconds / size);
    seconds %= size;
    return count ? `${count} ${unit}` : '';
  });
  return parts.filter(Boolean).slice(0, 2).join(' ') || '0 s';
}

/** The milliseconds of an exchange: `0.21`, `12.4`, `804`. */
export const milliseconds = value => value == null ? '' : value.toFixed(value < 1 ? 2 : value < 100 ? 1 : 0);

/** An amount with two decimals. */
export const money = value => value == null ? '' : Number(value).toFixed(2);

/** `1 call`, `12 calls`. */
export const count = (number, word) => `${number.toLocaleString('en-GB')} ${word}${number === 1 ? '' : 's'}`;
