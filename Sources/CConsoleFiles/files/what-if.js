// What if: faults with one click, what is armed, and the scenarios with a switch each.

import { button, element, keepFocus, replace, setText } from './dom.js';
import { count } from './format.js';

const FAULTS = [
  ['Decline the next card', 'The next payment is refused as by the bank.', { operation: 'cart.payment' }, { error: 'payment-not-accepted' }],
  ['Lose the next commit’s answer', 'The order is placed, but the app never hears of it.', { operation: 'cart.commit' }, { loseResponse: true }],
  ['Make the next refresh slow', 'The next Secure Render takes eight seconds.', { operation: 'securerender' }, { delay: { milliseconds: 8000 } }],
  ['Sell out this event', 'Its next hundred calls find no seats.', { operation: ['availability', 'event.details', 'cart.reserve'] }, { inventory: 'sold-out' }, 100],
];

export function mount(root, store, api) {
  const message = element('p.quiet', { role: 'status' });
  const event = element('select', { 'aria-label': 'Event to sell out' });
  const armed = element('ul.lines');
  const scenarios = element('ul.lines');

  const attempt = (text, work) => work().then(() => setText(message, text), error => setText(message, error.message));
  const arm = ([label, , when, then, times = 1]) => attempt(`Armed: ${label}.`, async () => {
    if (!store.state.key) await api.freshWorld();
    await api.control('POST', 'faults', { when: times > 1 ? { ...when, event: event.value } : when, then, times });
  });
  const buttons = FAULTS.map(fault => button(fault[0], () => arm(fault)));
  root.append(element('h2', 'Once, with the next call'),
    element('div.faults', FAULTS.map(([, story, , , times], at) => element('div', buttons[at], element('p.quiet', story), times && event))),
    message, element('h2', 'Armed'), armed, element('h2', 'Scenarios'), scenarios);

  function faultLine({ id, when, then, remaining }) {
    const text = JSON.stringify(then);
    const label = FAULTS.find(fault => JSON.stringify(fault[3]) === text)?.[0] ?? text;
    const name = store.state.events.find(one => one.id === when.event)?.name ?? when.event;
    return element('li.line', element('div', element('strong', label), element('span.quiet', ` · ${[when.operation].flat().join(', ')}`, name && ` · ${name}`)),
      element('span.left.quiet', `${count(remaining, 'call')} left`),
      !store.state.file && button('Remove', () => attempt('Removed.', () => api.control('DELETE', `faults/${id}`)), { 'aria-label': `Remove ${label}` }));
  }

  function scenarioLine(name, { active, descriptions }) {
    const from = active.find(scenario => scenario.name === name)?.from;
    const own = active.filter(scenario => scenario.from === 'sandbox' && scenario.name !== name).map(scenario => scenario.name);
    const change = () => attempt(box.checked ? `${name} is in force.` : `${name} is off.`,
      () => api.control('PUT', 'scenarios', { active: box.checked ? [...own, name] : own }));
    const box = element('input', { type: 'checkbox', role: 'switch', id: `scenario-${name}`, disabled: from === 'server' || Boolean(store.state.file), on: { change } });
    box.checked = Boolean(from);
    return element('li.line', box, element('div', element('label', { for: box.id }, element('strong', name), from === 'server' && ' (of the server)'),
      element('p.quiet', descriptions?.[name])));
  }

  store.subscribe(changed => {
    if (root.hidden) return;
    const { state } = store;
    if (changed.has('events') || changed.has('address')) {
      const wanted = event.value || '3F005105D843DFA3';
      replace(event, state.events.map(one => element('option', { value: one.id }, one.name)), !state.events.length && element('option', { value: wanted }, wanted));
      event.value = wanted;
    }
    if (changed.has('faults') || changed.has('address')) {
      keepFocus(armed, state.faults.length ? state.faults.map(faultLine) : element('li.quiet', 'Nothing is armed.'));
    }
    if (changed.has('scenarios') || changed.has('address')) {
      for (const one of buttons) one.disabled = Boolean(state.file);
      const all = state.scenarios;
      const names = all ? [...new Set([...all.active.map(scenario => scenario.name), ...all.available])].sort() : [];
      keepFocus(scenarios, names.length ? names.map(name => scenarioLine(name, all)) : element('li.quiet', 'Scenarios belong to a key; there is none yet.'));
    }
  });
}
