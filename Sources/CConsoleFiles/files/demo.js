// The demo: a story played step by step in a sandbox of its own, beside the house, the order and the code that it changes.
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
  const board = createBoard(store, api, STORIES[0].event);
  const list = element('ol');
  const next = button('Next', () => { pause(); stepOn(); }, { class: 'primary' });
  next.classList.add('demo-next');
  const play = button('Pause', () => playing ? pause() : playOn(), { class: 'demo-play' });
  const again = button('Start again', end, { class: 'plain' });
  const said = element('p.quiet', { role: 'status' });
  const choice = element('div.demo-choice', STORIES.map(story => element('div',
    button(story.title, () => begin(story), { class: 'primary' }), element('p', story.about))));
  const script = element('section.demo-script', { 'aria-label': 'Steps', hidden: true }, element('div.demo-controls', next, play, again, said), list);
  const trouble = element('p.bad', { role: 'alert' });
  root.append(choice, trouble, element('div.demo', script, board.element));

  let run = null, steps = [], lines = [], at = 0, timer = null, busy = false, playing = false;

  /** What a story finds out as it goes, and how it calls the server. */
  const newRun = (event, key) => ({
    key, event, device: newDevice(),
    partner: (method, path, options) => api.partner(method, path, { ...options, query: { ...options?.query, apikey: key } }),
    async move(body, label) {
      const from = store.now(), answer = await api.control('POST', 'clock', body, { key });
      store.take('moved', { ...answer, label, from });
      return { ok: true, status: 200, body: answer, request: { method: 'POST', url: '/__willcall/clock', body } };
    },
    async scan() {
      const body = await board.scan();
      return { ok: Boolean(body.at), word: body.at && body.verdict, body, request: { method: 'POST', url: '/__willcall/gate/scan' } };
    },
    start: async () => (await api.control('GET', 'events', null, { key })).events.find(each => each.id === event).start,
  });

  async function begin(story) {
    setText(trouble, '');
    try {
      run = newRun(story.event, await api.freshWorld());
    } catch (error) {
      setText(trouble, error.message);
      return;
    }
    choice.hidden = true;
    script.hidden = false;
    [steps, at] = [story.steps, 0];
    lines = steps.map((step, index) => createStepLine(step, index + 1));
    replace(list, lines.map(line => line.element));
    board.draw(run);
    playOn();
    next.focus({ preventScroll: true });
  }

  function end() {
    pause();
    run = null;
    script.hidden = true;
    choice.hidden = false;
    board.draw(null);
    choice.querySelector('button').focus({ preventScroll: true });
  }

  function playOn() {
    playing = true;
    stepOn();
  }

  function pause() {
    playing = false;
    clearTimeout(timer);
    draw();
  }

  async function stepOn() {
    clearTimeout(timer);
    if (busy || !run || at >= steps.length) return;
    const mine = run, line = lines[at];
    busy = true;
    line.run();
    draw();
    const result = await steps[at].play(mine).catch(error => ({ ok: false, status: error.status, message: error.message }));
    busy = false;
    if (mine !== run) return;
    line.done({ message: result.ok ? null : result.diagnosis, ...result });
    lines.forEach((each, index) => each.fold(index !== at));
    line.element.scrollIntoView({ block: 'nearest' });
    board.draw(run);
    if (result.ok) at += 1; else playing = false;
    if (playing && at < steps.length) timer = setTimeout(stepOn, PACE);
    draw(result.ok ? null : 'This step was refused. Try it again, or see why under Calls.');
  }

  function draw(sentence) {
    const isOver = steps.length > 0 && at >= steps.length;
    if (isOver) {
      playing = false;
      if ([next, play].includes(document.activeElement)) again.focus();
    }
    setText(next, steps[at]?.title ?? '');
    next.hidden = play.hidden = isOver;
    setText(play, playing ? 'Pause' : 'Play on');
    setText(said, sentence ?? (isOver ? 'That is the whole story.' : playing ? 'Playing. Press the next step to go on by hand.'
      : 'Press the next step, or play on.'));
  }

  store.on('world', () => { if (run && store.state.key !== run.key) end(); });
  store.subscribe(() => {
    if (!run) choice.hidden = Boolean(store.state.file);
    if (!root.hidden) board.draw(run);
  });
  store.onTick(now => { if (!root.hidden) board.tick(now); });
}
