// The verdict: six steps, the rules, and the calls that broke them.

import { address } from './address.js';
import { announce } from './announce.js';
import { button, element, replace, setText } from './dom.js';
import { count, time } from './format.js';
import { keepFocus } from './clock.js';

const VERDICTS = { ready: 'Ready', incomplete: 'Not complete yet', 'not ready': 'Not ready' };
const REASONS = {
  ready: 'All six steps were seen, and no rule was broken that matters.',
  incomplete: 'No violation so far; not all six steps have been seen.',
  'not ready': 'A rule was broken that the documents insist on.',
};
const STATES = { broken: ['✕', 'broken'], kept: ['✓', 'kept'], waived: ['–', 'waived'], 'not-exercised': ['·', 'not tried yet'] };
const ORDER = { broken: 0, waived: 1, kept: 2 };
const FORMATS = [['html', 'HTML'], ['junit', 'JUnit'], ['json', 'JSON'], ['markdown', 'Markdown'], ['text', 'Text']];
const ENDINGS = { html: 'html', junit: 'xml', json: 'json', markdown: 'md', text: 'txt' };

export function mount(root, store, api) {
  const title = element('h2', { class: 'verdict' });
  const reason = element('p', { class: 'quiet' });
  const format = element('select', { 'aria-label': 'Format of the report' }, ...FORMATS.map(([value, label]) => element('option', { value }, label)));
  const get = button('Download the report', download, { class: 'primary' });
  const steps = element('ol', { class: 'six', 'aria-label': 'The six steps' });
  const sum = element('p', { class: 'quiet' });
  const rules = element('ul', { class: 'lines' });
  const opened = new Set();
  root.append(element('div', { class: 'verdict-head' }, element('div', {}, title, reason), element('div', { class: 'row' }, format, get)),
    steps, element('h2', {}, 'Rules'), sum, rules);

  async function download() {
    try {
      const blob = await api.control('GET', 'report', null, { as: 'blob', query: { format: format.value } });
      const url = URL.createObjectURL(blob);
      const link = element('a', { href: url, download: `willcall-report.${ENDINGS[format.value]}` });
      link.click();
      setTimeout(() => URL.revokeObjectURL(url), 10_000);
      announce('The report is downloaded');
    } catch (error) {
      setText(reason, error.message);
    }
  }

  store.subscribe(changed => {
    if (root.hidden || !(changed.has('report') || changed.has('address') || changed.has('file'))) return;
    const { report, file } = store.state;
    get.disabled = !report || Boolean(file);
    setText(title, report ? VERDICTS[report.verdict] : 'No verdict yet');
    title.dataset.verdict = report?.verdict ?? '';
    setText(reason, report ? REASONS[report.verdict] : file ? 'A saved file has no verdict.' : 'It begins with the first call of an app.');
    keepFocus(steps, () => replace(steps, ...(report?.steps ?? []).filter(step => step.required).map(stepItem)));
    const sorted = [...(report?.rules ?? [])].sort((one, two) => (ORDER[one.state] ?? 3) - (ORDER[two.state] ?? 3));
    const tally = state => sorted.filter(rule => rule.state === state).length;
    setText(sum, report ? `${tally('kept')} kept, ${tally('broken')} broken, ${tally('waived')} waived, `
      + `${sorted.length - tally('kept') - tally('broken') - tally('waived')} not tried yet` : '');
    for (const details of rules.querySelectorAll('details')) opened[details.open ? 'add' : 'delete'](details.dataset.rule);
    keepFocus(rules, () => replace(rules, ...sorted.map(rule => ruleItem(rule, opened))));
  });
}

const callLink = (id, text) => element('a', { href: address.link({ open: id, ...(innerWidth < 1100 ? { view: 'calls' } : {}) }) }, text);

function stepItem(step) {
  const seen = step.count > 0;
  return element('li', { class: seen ? 'seen' : null }, element('span', { class: 'mark', 'aria-hidden': 'true' }, seen ? '✓' : '○'),
    element('span', {}, seen && step.request ? callLink(step.request, step.step) : step.step,
      element('span', { class: 'label' }, seen ? count(step.count, 'call') : 'not seen yet')));
}

function ruleItem(rule, opened) {
  const [mark, word] = STATES[rule.state] ?? ['?', rule.state];
  const details = element('details', { data: { rule: rule.id }, open: opened.has(rule.id) || (rule.state === 'broken' && !opened.size) },
    element('summary', {}, `${count(rule.count, 'time')}: which calls, and how to fix it`),
    element('ul', {}, ...rule.remarks.map(remark => element('li', {}, remark.request ? callLink(remark.request, remark.request) : '',
      ' ', element('span', { class: 'quiet' }, remark.time ? time(remark.time) : ''), ' ', remark.received ?? remark.sentence ?? ''))),
    element('p', {}, element('strong', {}, 'Fix: '), rule.fix), element('p', { class: 'quiet' }, rule.source));
  return element('li', { class: `line rule ${rule.state}` },
    element('span', { class: 'mark' }, element('span', { 'aria-hidden': 'true' }, mark), element('span', { class: 'visually-hidden' }, word)),
    element('div', {}, element('p', {}, rule.sentence),
      element('p', { class: 'label' }, `${word} · ${rule.severity} · ${rule.id}`), rule.remarks.length ? details : null));
}
