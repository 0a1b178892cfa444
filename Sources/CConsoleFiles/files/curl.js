// An exchange as a command for a shell.

const UNSAID = /^(host|content-length|user-agent|accept-encoding|accept-language|connection|origin|referer|cookie|cache-control|pragma|priority|dnt|sec-.*|if-.*)$/i;

/** Quotes a text for a POSIX shell. */
export function quote(text) {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/** The curl command that sends the request of an exchange again. Secrets stay masked. @returns {string} */
export function curl(exchange) {
  const method = exchange.method ?? 'GET';
  const { headers = {}, body = null } = exchange.request ?? {};
  const lines = [`curl ${method === 'GET' ? '' : `-X ${method} `}${quote(location.origin + (exchange.path ?? '/'))}`];
  for (const [name, value] of Object.entries(headers)) {
    if (!UNSAID.test(name) && value !== '*/*') lines.push(`-H ${quote(`${name}: ${value}`)}`);
  }
  if (body !== null) lines.push(`--data-raw ${quote(typeof body === 'string' ? body : JSON.stringify(body))}`);
  return lines.join(' \\\n  ');
}
