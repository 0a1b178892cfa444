// The views and the links between them.

import { address } from './address.js';
import { element, setText } from './dom.js';
import { refused } from './exchange.js';

/** Every view: its name in the address and what its tab says. */
export const VIEWS = [['demo', 'Play'], ['calls', 'Calls'], ['state', 'State'], ['what-if', 'What if'], ['time', 'Time'],
  ['verdict', 'Verdict']];

/** The view that the address names; the calls where an app is at work already. */
export function viewNow() {
  const named = address.get('view');
  return VIEWS.some(([name]) => name === named) ? named : 'demo';
}

/** Goes to a view. */
export function go(view) {
  address.set({ view }, { push: true });
}

export function mount(root, store) {
  const links = new Map();
  const tallies = new Map();
  for (const [name, label] of VIEWS) {
    tallies.set(name, element('span', { class: 'tally' }));
    links.set(name, element('a', { href: '#' }, label, tallies.get(name)));
  }
  root.append(...links.values());
  document.getElementById('skip').addEventListener('click', event => {
    event.preventDefault();
    const view = viewNow();
    (view === 'calls' ? document.querySelector('#view-calls [tabindex]') : document.getElementById('main')).focus();
  });

  store.subscribe(changed => {
    const { faults, report, scenarios } = store.state;
    if (changed.has('address')) {
      const view = viewNow();
      const other = document.body.dataset.view !== view;
      document.body.dataset.view = view;
      for (const [name, link] of links) {
        link.href = address.link({ view: name, open: null });
        if (name === view) link.setAttribute('aria-current', 'page');
        else link.removeAttribute('aria-current');
        const section = document.getElementById(`view-${name}`);
        if (name !== 'calls') section.hidden = name !== view;
      }
      if (other) document.getElementById('main').scrollTop = 0;
    }
    if (changed.has('exchanges')) setText(tallies.get('calls'), tally(store.state.exchanges));
    const own = scenarios?.active.filter(scenario => scenario.from !== 'server').length ?? 0;
    setText(tallies.get('what-if'), faults.length + own ? String(faults.length + own) : '');
    const broken = report?.rules.filter(rule => rule.state === 'broken').length ?? 0;
    setText(tallies.get('verdict'), broken ? `${broken} broken` : report?.verdict === 'ready' ? 'ready' : '');
  });
}

let counted = { list: null, length: 0, last: null, refused: 0 };

function tally(list) {
  // Only the newcomers are counted, unless the list has been cut or begun anew.
  const grown = counted.list === list && list[counted.length - 1] === counted.last && counted.length <= list.length;
  let sum = grown ? counted.refused : 0;
  for (let at = grown ? counted.length : 0; at < list.length; at++) sum += refused(list[at]) ? 1 : 0;
  counted = { list, length: list.length, last: list.at(-1), refused: sum };
  return sum ? `${sum} refused` : '';
}
