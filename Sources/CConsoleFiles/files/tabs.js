// The views and the links between them.

import { address } from './address.js';
import { element, setText } from './dom.js';
import { refused } from './exchange.js';

/** Every view: its name in the address and what its tab says. */
export const VIEWS = [['demo', 'Play'], ['calls', 'Calls'], ['state', 'State'], ['what-if', 'What if'], ['time', 'Time'], ['verdict', 'Verdict']];

export function mount(root, store) {
  const tallies = {};
  const links = VIEWS.map(([name, label]) => element('a', { href: '#' }, label, tallies[name] = element('span.tally')));
  root.append(...links);
  document.getElementById('skip').addEventListener('click', event => {
    event.preventDefault();
    document.querySelector('body[data-view="calls"] .list, #main').focus();
  });

  store.subscribe(changed => {
    const { faults, report, scenarios, exchanges } = store.state;
    if (changed.has('address')) {
      const view = VIEWS.find(([name]) => name === address.get('view'))?.[0] ?? 'demo';
      document.body.dataset.view = view;
      VIEWS.forEach(([name], at) => {
        links[at].href = address.link({ view: name, open: null });
        links[at].setAttribute('aria-current', name === view ? 'page' : 'false');
        document.getElementById(`view-${name}`).hidden = name !== view && name !== 'calls';
      });
    }
    if (changed.has('exchanges')) setText(tallies.calls, tally(exchanges));
    const own = scenarios?.active.filter(scenario => scenario.from !== 'server').length ?? 0;
    setText(tallies['what-if'], String(faults.length + own || ''));
    const broken = report?.rules.filter(rule => rule.state === 'broken').length;
    setText(tallies.verdict, broken ? `${broken} broken` : report?.verdict === 'ready' ? 'ready' : '');
    if (changed.has('address') || changed.has('report')) root.querySelector('[aria-current="page"]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });
}

let counted = { at: 0, sum: 0 };

/** How many were refused. Only the newcomers are counted, unless the list has been cut or begun anew. */
function tally(list) {
  if (counted.list !== list || list[counted.at - 1] !== counted.last) counted = { list, at: 0, sum: 0 };
  for (; counted.at < list.length; counted.at++) counted.sum += refused(counted.last = list[counted.at]) ? 1 : 0;
  return counted.sum ? `${counted.sum} refused` : '';
}
