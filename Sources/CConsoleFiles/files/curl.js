// An exchange as a command for a shell.

const UNSAID = /^(host|content-length|user-agent|accept-.*|connection|origin|referer|cookie|cache-control|pragma|priority|sec-.*|if-.*)$/i;
const quote = text => `'${text.replaceAll("'", `'\\''`)}'`;

/** The curl command that sends the request of an exchange again. Secrets stay masked. */
export function curl({ method, path, request }) {
  const { headers = {}, body = null } = request ?? {};
  const lines = [`curl -X ${method ?? 'GET'} ${quote(location.origin + (path ?? '/'))}`];
  for (const [name, value] of Object.entries(headers)) {
    if (!UNSAID.test(name) && value !== '*/*') lines.push(`-H ${quote(`${name}: ${value}`)}`);
  }
  if (body !== null) lines.push(`--data-raw ${quote(typeof body === 'string' ? body : JSON.stringify(body))}`);
  return lines.join(' \\\n  ');
}
