// The demo: a story played step by step in a sandbox of its own, beside what it changes.
import { createBoard } from './demo-board.js';
import { createStepLine } from './demo-list.js';
import { STORIES } from './demo-steps.js';
import { button, element, replace, setText } from './dom.js';

/** The pause between two steps while it plays by itself, in ms. */
const PACE = 2600;

/** A device's id, as an app makes one when it is installed. */
function newDevice() {
  const hex = Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/(.{8})(.{4}).(.{3}).(.{3})/, '$1-$2-4$3-a$4-');
}

export function mount(root, store, api) {
  const board = createBoard(store, api);
  const list = element('ol');
  const next = button('', () => play(false), { class: 'primary demo-next' });
  const pace = button('', () => playing ? pause() : play(true), { class: 'demo-play' });
  const again = button('Start again', end, { class: 'plain' });
  const said = element('p.quiet', { role: 'status' });
  const choice = element('div.demo-choice', STORIES.map(story => element('div',
    button(story.title, () => begin(story), { class: 'primary' }), element('p', story.about),
    element('ol', story.steps.map(step => element('li', step.title))))));
  const stage = element('div.demo', { hidden: true },
    element('section.demo-script', { 'aria-label': 'Steps' }, element('div.demo-controls', next, pace, again, said), list), board.element);
  root.append(choice, stage);

  let run = null, steps = [], lines = [], at = 0, timer = null, busy = false, playing = false;

  /** What a story finds out as it goes, and how it calls the server. */
  const newRun = (event, key) => ({
    key, event, device: newDevice(),
    partner: (method, path, { query, ...more }) => api.partner(method, path, { ...more, query: { ...query, apikey: key } }),
    async move(body, label) {
      const from = store.now(), answer = await api.control('POST', 'clock', body, { key });
      store.take('moved', { ...answer, label, from });
      return { ok: true, status: 200, body: answer, request: { method: 'POST', url: '/__willcall/clock', body } };
    },
    async scan() {
      const body = await board.scan();
      return { ok: Boolean(body.at), word: body.verdict, body, request: { method: 'POST', url: '/__willcall/gate/scan' } };
    },
    start: async () => (await api.control('GET', 'events', null, { key })).events.find(each => each.id === event).start,
  });

  async function begin(story) {
    const key = await api.freshWorld().catch(error => store.set({ complaint: error.message }));
    if (!key) return;
    run = newRun(story.event, key);
    choice.hidden = true;
    stage.hidden = false;
    [steps, at] = [story.steps, 0];
    lines = steps.map((step, index) => createStepLine(step, index + 1));
    replace(list, lines.map(line => line.element));
    board.draw(run);
    play(true);
    next.focus({ preventScroll: true });
  }

  function end() {
    pause();
    run = null;
    stage.hidden = true;
    choice.hidden = false;
    choice.querySelector('button').focus({ preventScroll: true });
  }

  function pause() {
    playing = false;
    clearTimeout(timer);
    draw();
  }

  /** Takes the next step, and goes on by itself if `on`. */
  async function play(on) {
    clearTimeout(timer);
    playing = on;
    if (busy || !run || at >= steps.length) return draw();
    const mine = run, line = lines[at];
    busy = true;
    line.run();
    draw();
    const result = await steps[at].play(mine).catch(error => ({ status: error.status, message: error.message }));
    busy = false;
    if (mine !== run) return;
    line.done(result);
    lines.forEach((each, index) => each.fold(index !== at));
    line.element.scrollIntoView({ block: 'nearest' });
    board.draw(run);
    if (result.ok) at += 1;
    playing &&= Boolean(result.ok) && at < steps.length;
    if (playing) timer = setTimeout(play, PACE, true);
    draw(result.ok ? null : 'This step was refused. Try it again, or see why under Calls.');
  }

  function draw(sentence) {
    const isOver = at >= steps.length;
    if (isOver && [next, pace].includes(document.activeElement)) again.focus();
    setText(next, steps[at]?.title ?? '');
    next.hidden = pace.hidden = isOver;
    setText(pace, playing ? 'Pause' : 'Play on');
    setText(said, sentence ?? (isOver ? 'That is the whole story.' : playing ? 'Playing. Press the next step to go on by hand.'
      : 'Press the next step, or play on.'));
  }

  store.on('world', () => { if (run && store.state.key !== run.key) end(); });
  store.subscribe(() => {
    if (!run) choice.hidden = Boolean(store.state.file);
    else if (!root.hidden) board.draw(run);
  });
  store.onTick(now => { if (run && !root.hidden) board.tick(now); });
}
