// What if: faults with one click, what is armed, and the scenarios with a switch each.

import { announce } from './announce.js';
import { button, element, replace, setText } from './dom.js';
import { count } from './format.js';
import { keepFocus } from './clock.js';

const FAULTS = [
  ['Decline the next card', 'The next payment is refused as by the bank.',
    () => ({ when: { operation: 'cart.payment' }, then: { error: 'payment-not-accepted' } })],
  ['Lose the next commit’s answer', 'The order is placed, but the app never hears of it.',
    () => ({ when: { operation: 'cart.commit' }, then: { loseResponse: true } })],
  ['Make the next refresh slow', 'The next Secure Render takes eight seconds.',
    () => ({ when: { operation: 'securerender' }, then: { delay: { milliseconds: 8000 } } })],
  ['Sell out this event', 'Its next hundred calls find no seats.',
    event => ({ when: { operation: ['availability', 'event.details', 'cart.reserve'], event }, then: { inventory: 'sold-out' }, times: 100 })],
];

export function mount(root, store, api) {
  const message = element('p', { role: 'status', class: 'quiet' });
  const events = element('select', { id: 'sell-out' });
  const armed = element('ul', { class: 'lines' });
  const scenarios = element('ul', { class: 'lines' });

  async function attempt(text, work) {
    try {
      await work();
      setText(message, text);
    } catch (error) {
      setText(message, error.message);
      announce(error.message);
    }
  }

  const arm = (label, fault) => attempt(`Armed: ${label.toLowerCase()}.`, async () => {
    if (!store.state.key) await api.freshWorld();
    await api.control('POST', 'faults', fault(events.value));
  });
  const disarm = fault => attempt('Removed.', () => api.control('DELETE', `faults/${encodeURIComponent(fault.id)}`));

  function switchTo(name, on) {
    const own = store.state.scenarios.active.filter(scenario => scenario.from === 'sandbox').map(scenario => scenario.name);
    const active = on ? [...own, name] : own.filter(other => other !== name);
    return attempt(on ? `${name} is in force.` : `${name} is off.`, () => api.control('PUT', 'scenarios', { active }));
  }

  root.append(
    element('h2', {}, 'Once, with the next call'),
    element('div', { class: 'faults' }, ...FAULTS.map(([label, story, fault]) => element('div', {},
      button(label, () => arm(label, fault)), element('p', { class: 'quiet' }, story),
      label.startsWith('Sell') ? element('p', {}, element('label', { for: 'sell-out', class: 'label' }, 'Event '), events) : null))),
    message, element('h2', {}, 'Armed'), armed, element('h2', {}, 'Scenarios'), scenarios);

  store.subscribe(changed => {
    if (root.hidden) return;
    const { state } = store;
    for (const control of root.querySelectorAll('.faults button')) control.disabled = Boolean(state.file);
    if (changed.has('events') || changed.has('address')) drawEvents(events, state.events);
    if (changed.has('faults') || changed.has('address')) {
      keepFocus(armed, () => replace(armed, ...state.faults.map(fault => faultLine(fault, state.events, state.file ? null : disarm))));
      if (!state.faults.length) armed.append(element('li', { class: 'quiet' }, 'Nothing is armed.'));
    }
    if (changed.has('scenarios') || changed.has('address')) {
      keepFocus(scenarios, () => replace(scenarios, ...scenarioLines(state.scenarios, switchTo, Boolean(state.file))));
      if (!state.scenarios) scenarios.append(element('li', { class: 'quiet' }, 'Scenarios belong to a key; there is none yet.'));
    }
  });
}

function drawEvents(select, events) {
  if (document.activeElement === select) return;
  const wanted = select.value || '3F005105D843DFA3';
  replace(select, ...(events.length ? events.map(event => element('option', { value: event.id }, event.name))
    : [element('option', { value: wanted }, wanted)]));
  select.value = wanted;
  if (select.selectedIndex < 0) select.selectedIndex = 0;
}

function list(value) {
  return [value ?? []].flat().join(', ');
}

/** What a rule does, in words. */
function effect(then) {
  const parts = [];
  if (then.error) parts.push(`answers ${then.error}`);
  if (then.inventory) parts.push('finds the event sold out');
  if (then.loseResponse) parts.push('loses the answer');
  if (then.fault) parts.push(then.fault);
  if (then.delay) parts.push(then.delay.milliseconds === undefined ? 'waits' : `waits ${then.delay.milliseconds} ms`);
  if (then.respond) parts.push(`answers ${then.respond.status}`);
  if (then.poll) parts.push('makes the client poll');
  if (then.token) parts.push(`${typeof then.token === 'string' ? then.token : 'changed'} tokens`);
  if (then.clock) parts.push(`moves the clock by ${then.clock.advance}`);
  return parts.join(', ');
}

function faultLine(fault, events, disarm) {
  const event = events.find(one => one.id === fault.when.event);
  return element('li', { class: 'line' },
    element('div', {}, element('strong', {}, list(fault.when.operation)), ` ${effect(fault.then)}`,
      fault.when.event ? ` · ${event?.name ?? fault.when.event}` : ''),
    element('span', { class: 'left' }, `${count(fault.remaining, 'call')} left`),
    disarm ? button('Remove', () => disarm(fault), { 'aria-label': `Remove ${fault.id}` }) : null);
}

function scenarioLines(scenarios, switchTo, fixed) {
  if (!scenarios) return [];
  const active = new Map(scenarios.active.map(scenario => [scenario.name, scenario.from]));
  return [...new Set([...active.keys(), ...scenarios.available])].map(name => {
    const id = `scenario-${name}`;
    const box = element('input', { type: 'checkbox', role: 'switch', id, disabled: active.get(name) === 'server' || fixed,
      on: { change: event => switchTo(name, event.target.checked) } });
    box.checked = active.has(name);
    return element('li', { class: 'line' }, box, element('div', {},
      element('label', { for: id }, element('strong', {}, name), active.get(name) === 'server' ? ' (of the server, for every key)' : ''),
      element('p', { class: 'quiet' }, scenarios.descriptions?.[name] ?? '')));
  });
}
