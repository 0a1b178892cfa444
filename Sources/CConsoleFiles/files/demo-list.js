// A step in the demo's list: how far it is, and what was sent and answered.
import { button, element, replace, setText } from './dom.js';
import { jsonView } from './json-view.js';

/** A step's line; `fold(true)` leaves its title alone. */
export function createStepLine({ title, why }, number) {
  const state = element('span.play-state');
  const outcome = element('div');
  const head = button(title, () => fold(!root.classList.contains('is-small')), { class: 'play-head' });
  const root = element('li.play-step', element('h3', element('span.play-number', number), head, state),
    element('div.play-body', element('p.quiet', why), outcome));
  function fold(isSmall) {
    root.classList.toggle('is-small', isSmall);
    head.setAttribute('aria-expanded', String(!isSmall));
  }
  function say(word, text) {
    root.classList.remove('is-running', 'is-failed');
    root.classList.add(`is-${word}`);
    setText(state, text);
  }
  fold(true);
  return {
    element: root,
    fold,
    run() {
      say('running', 'running');
      fold(false);
    },
    done({ ok, status, request, body, facts, word, message, diagnosis }) {
      say(ok ? 'done' : 'failed', word ?? (status ? String(status) : 'no answer'));
      replace(outcome, request && element('p.play-call', element('b', request.method), ` ${request.url}`), !ok && element('p.bad', message ?? diagnosis),
        element('dl.play-facts', Object.entries(facts ?? {}).filter(([, value]) => value != null)
          .map(([name, value]) => [element('dt', name), element('dd', value)])),
        request && (request.headers || request.body) && whole('Request', { headers: request.headers, body: request.body }), body && whole('Answer', body));
    },
  };
}

/** A value that is drawn only when it is opened: an answer may have 40 KB. */
function whole(title, value) {
  const details = element('details', { on: { toggle: () => details.lastChild.localName === 'summary' && details.append(jsonView(value)) } },
    element('summary', title));
  return details;
}
