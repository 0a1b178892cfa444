// What a phone draws for a SafeTix token: the text of the code that turns every fifteen seconds.
// SHA-1 is written out because a browser offers its own only on secure origins, and a phone on the LAN is on none.

/** How long one code is shown, in seconds. */
export const STEP = 15;

/**
 * The text of the code that the SDKs draw for a token at an instant.
 * @param {string} token as Order Management or Secure Render answered it: base64 of JSON
 * @param {number} milliseconds since 1970, on the sandbox's clock
 * @returns {string|null} null if the token cannot be read
 */
export function payload(token, milliseconds) {
  let parts;
  try {
    parts = JSON.parse(atob(token));
  } catch {
    return null;
  }
  const customerKey = fromHex(parts.ck);
  if (parts.rt === 'barcode' || !parts.t || !customerKey) return parts.b ?? null;
  const seconds = Math.floor(milliseconds / 1000);
  const counter = Math.floor(seconds / STEP);
  const eventKey = fromHex(parts.ek);
  if (!eventKey) return [parts.t, password(customerKey, counter)].join('::');
  return [parts.t, password(eventKey, counter), password(customerKey, counter), seconds].join('::');
}

/**
 * A one-time password of six digits (RFC 4226).
 * @param {Uint8Array} key
 * @param {number} counter
 * @returns {string}
 */
export function password(key, counter) {
  const message = new Uint8Array(8);
  new DataView(message.buffer).setBigUint64(0, BigInt(counter));
  const code = hmac(key, message);
  const value = new DataView(code.buffer).getUint32(code[19] & 15) & 0x7fffffff;
  return String(value % 1e6).padStart(6, '0');
}

function fromHex(text) {
  if (typeof text !== 'string' || !/^([0-9a-f]{2})+$/i.test(text)) return null;
  return Uint8Array.from(text.match(/../g), pair => parseInt(pair, 16));
}

function hmac(key, message) {
  const block = new Uint8Array(64);
  block.set(key.length > 64 ? sha1(key) : key);
  const inner = sha1(joined(block.map(byte => byte ^ 0x36), message));
  return sha1(joined(block.map(byte => byte ^ 0x5c), inner));
}

function joined(first, second) {
  const all = new Uint8Array(first.length + second.length);
  all.set(first);
  all.set(second, first.length);
  return all;
}

/**
 * SHA-1 (FIPS 180-4), which SafeTix's passwords are made with.
 * @param {Uint8Array} bytes
 * @returns {Uint8Array} 20 bytes
 */
export function sha1(bytes) {
  const padded = new Uint8Array(((bytes.length + 8) >> 6) * 64 + 64);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 4, bytes.length * 8);
  const hash = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0];
  const words = new Int32Array(80);
  for (let start = 0; start < padded.length; start += 64) {
    for (let i = 0; i < 16; i++) words[i] = view.getInt32(start + i * 4);
    for (let i = 16; i < 80; i++) words[i] = left(words[i - 3] ^ words[i - 8] ^ words[i - 14] ^ words[i - 16], 1);
    let [a, b, c, d, e] = hash;
    for (let i = 0; i < 80; i++) {
      const [f, constant] = round(i, b, c, d);
      [a, b, c, d, e] = [(left(a, 5) + f + e + constant + words[i]) | 0, a, left(b, 30), c, d];
    }
    [a, b, c, d, e].forEach((value, i) => { hash[i] = (hash[i] + value) | 0; });
  }
  const result = new DataView(new ArrayBuffer(20));
  hash.forEach((word, i) => result.setInt32(i * 4, word));
  return new Uint8Array(result.buffer);
}

function round(i, b, c, d) {
  if (i < 20) return [(b & c) | (~b & d), 0x5a827999];
  if (i < 40) return [b ^ c ^ d, 0x6ed9eba1];
  if (i < 60) return [(b & c) | (b & d) | (c & d), 0x8f1bbcdc];
  return [b ^ c ^ d, 0xca62c1d6];
}

const left = (word, by) => (word << by) | (word >>> (32 - by));
