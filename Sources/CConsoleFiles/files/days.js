// Days as people read them, in UTC as everything on the page.

const LONG = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit', timeZone: 'UTC',
});
const SHORT = new Intl.DateTimeFormat('en-GB', { day: '2-digit', month: 'short', year: 'numeric', timeZone: 'UTC' });

/** Such as `Tue 1 December at 07:00 UTC`. @param {number} milliseconds since 1970 */
export const day = milliseconds => `${LONG.format(milliseconds).replace(',', '').replace(/,/g, '')} UTC`;

/** Such as `01 Dec 2026`. @param {string} text an RFC 3339 instant */
export const shortDay = text => SHORT.format(Date.parse(text));
