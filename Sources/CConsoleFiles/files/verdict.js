// The verdict: six steps, the rules, and the calls that broke them.

import { address } from './address.js';
import { button, element, keepFocus, setText } from './dom.js';
import { count, time } from './format.js';

const VERDICTS = {
  ready: ['Ready', 'All six steps were seen, and no rule was broken that matters.'],
  incomplete: ['Not complete yet', 'No violation so far; not all six steps have been seen.'],
  'not ready': ['Not ready', 'A rule was broken that the documents insist on.'],
};
const STATES = { broken: ['✕', 'broken'], waived: ['–', 'waived'], kept: ['✓', 'kept'], 'not-exercised': ['·', 'not tried yet'] };
const FORMATS = { html: 'HTML', xml: 'JUnit', json: 'JSON', md: 'Markdown', txt: 'Text' };

export function mount(root, store, api) {
  const title = element('h2.verdict');
  const reason = element('p.quiet', { role: 'status' });
  const format = element('select', { 'aria-label': 'Format of the report' }, Object.entries(FORMATS).map(([value, label]) => element('option', { value }, label)));
  const get = button('Download the report', download, { class: 'primary' });
  const steps = element('ol.six', { 'aria-label': 'The six steps' });
  const sum = element('p.quiet');
  const rules = element('ul.lines');
  root.append(element('div.verdict-head', element('div', title, reason), element('div.row', format, get)), steps, element('h2', 'Rules'), sum, rules);

  async function download() {
    try {
      const blob = await api.control('GET', 'report', null, { as: 'blob', query: { format: FORMATS[format.value].toLowerCase() } });
      const link = element('a', { href: URL.createObjectURL(blob), download: `willcall-report.${format.value}` });
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    } catch (error) {
      setText(reason, error.message);
    }
  }

  store.subscribe(() => {
    if (root.hidden) return;
    const { report } = store.state;
    const [name, why] = VERDICTS[report?.verdict] ?? ['No verdict yet', 'It begins with the first call of an app.'];
    get.disabled = !report;
    setText(title, name);
    title.dataset.verdict = report?.verdict;
    setText(reason, why);
    keepFocus(steps, report?.steps.filter(step => step.required).map(stepItem));
    const sorted = Object.keys(STATES).map(state => report?.rules.filter(rule => rule.state === state) ?? []);
    setText(sum, report ? Object.values(STATES).map(([, word], at) => `${sorted[at].length} ${word}`).join(', ') : '');
    const shut = new Set([...rules.querySelectorAll('details:not([open])')].map(details => details.dataset.rule));
    keepFocus(rules, sorted.flat().map(rule => ruleItem(rule, !shut.has(rule.id))));
  }, 'report', 'address');
}

const callLink = (id, text) => element('a', { href: address.link({ open: id, ...(innerWidth < 1100 ? { view: 'calls' } : {}) }) }, text);

const stepItem = ({ step, request, count: times }) => element(times ? 'li.seen' : 'li', element('span', { 'aria-hidden': true }, times ? '✓' : '○'),
  element('span', request ? callLink(request, step) : step, element('span.label', times ? count(times, 'call') : 'not seen yet')));

function ruleItem(rule, open) {
  const [mark, word] = STATES[rule.state];
  const remarks = rule.remarks.map(({ request, time: when, received }) =>
    element('li', request && callLink(request, request), element('span.quiet', when && ` ${time(when)} `), received));
  return element(`li.line.rule.${rule.state}`, element('span.mark', { 'aria-hidden': true }, mark),
    element('div', element('p', rule.sentence), element('p.label', `${word} · ${rule.severity} · ${rule.id}`),
      remarks.length > 0 && element('details', { data: { rule: rule.id }, open }, element('summary', `${count(rule.count, 'time')}: which calls, and how to fix it`),
        element('ul', remarks), element('p', element('strong', 'Fix: '), rule.fix), element('p.quiet', rule.source))));
}
