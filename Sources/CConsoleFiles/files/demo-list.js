// The steps of the demo as a list: what was done, with request and answer, what comes, and where it stands.
import { button, element, replace } from './dom.js';
import { jsonView } from './json-view.js';

/** One step's line. `wait()`, `run()` and `done(result)` say how far it is. */
export function createStepLine(step, number) {
  const answer = element('div');
  const state = element('span', { class: 'play-state' });
  const head = button(step.title, () => fold(!root.classList.contains('is-small')), { class: 'play-head' });
  const root = element('li', { class: 'play-step' },
    element('h3', {}, element('span', { class: 'play-number figures', text: number }), head, state),
    element('div', { class: 'play-body' }, element('p', { class: 'play-why', text: step.why }), answer));
  const fold = isSmall => {
    root.classList.toggle('is-small', isSmall);
    head.setAttribute('aria-expanded', String(!isSmall));
  };
  fold(true);
  const say = (word, text) => {
    root.classList.remove('is-running');
    root.classList.add(`is-${word}`);
    if (word === 'running') root.setAttribute('aria-current', 'step'); else root.removeAttribute('aria-current');
    state.textContent = text;
  };
  return {
    element: root,
    run() {
      say('running', 'running');
      fold(false);
    },
    /** Shows what the step sent and what it got. */
    done(result) {
      say(result.ok ? 'done' : 'failed', result.word ?? (result.status ? String(result.status) : 'no answer'));
      replace(answer,
        element('p', { class: 'play-call figures' }, element('b', { text: result.request?.method ?? '' }), ' ',
          result.request?.url ?? ''),
        result.diagnosis && element('p', { class: 'play-diagnosis', text: result.diagnosis }),
        result.message && element('p', { class: 'play-diagnosis', text: result.message }),
        element('dl', { class: 'play-facts' }, Object.entries(result.matters ?? {})
          .filter(([, value]) => value !== null && value !== undefined)
          .flatMap(([name, value]) => [element('dt', { text: name }), element('dd', { class: 'figures', text: value })])),
        result.request?.headers && Object.keys(result.request.headers).length > 0 && whole('Headers sent', result.request.headers),
        result.request?.body && whole('Request', result.request.body),
        result.body && whole('Answer', result.body));
    },
    /** Whether it shows its title alone, as all but the current step do until they are pressed. */
    fold,
  };
}

/** A value that is built only when it is opened: an answer may have 40 KB. */
function whole(title, value) {
  const details = element('details', { on: { toggle: () => {
    if (details.open && details.childElementCount === 1) details.append(jsonView(value));
  } } }, element('summary', { text: title }));
  return details;
}
