// One run of a story, in a sandbox of its own: what it has found out so far, and how it calls the server.

/** A device's id, as an app makes one when it is installed. */
function newDevice() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = bytes[6] & 0x0f | 0x40;
  bytes[8] = bytes[8] & 0x3f | 0x80;
  const hex = Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** @param {{event: string}} story @param {string} key @param {() => Promise<object>} scan */
export function createRun(story, key, api, scan) {
  return {
    key,
    event: story.event,
    device: newDevice(),
    tickets: [],
    scan,
    partner: (method, path, options) => api.partner(method, path, { key, ...options }),
    async move(change, label) {
      const body = await api.moveClock(change, label);
      return { body, request: { method: 'POST', url: '/__willcall/clock', body: change } };
    },
    async fixture() {
      const { events } = await api.control('GET', 'events', undefined, { key });
      return events.find(event => event.id === story.event);
    },
  };
}
