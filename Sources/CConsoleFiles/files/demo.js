// The demo: a story played step by step, beside the house, the hold, the order and the code that it changes.
import { createBoard } from './demo-board.js';
import { createStepLine } from './demo-list.js';
import { createRun } from './demo-run.js';
import { STORIES } from './demo-steps.js';
import { button, element, replace, setText } from './dom.js';

/** The pause between two steps while it plays by itself, in milliseconds. */
const PACE = 2600;

/** Puts the view into `root`. */
export function mount(root, store, api) {
  const board = createBoard(store, api);
  const list = element('ol', { class: 'steps' });
  const next = button('Next', () => { pause(); stepOn(); }, { class: 'primary demo-next' });
  const play = button('Pause', () => (timer || busy ? pause() : playOn()), { class: 'demo-play' });
  const again = button('Start again', () => end(), { class: 'plain' });
  const said = element('p', { class: 'demo-said quiet', role: 'status' });
  const controls = element('div', { class: 'demo-controls' }, next, play, again, said);
  const choice = element('div', { class: 'demo-choice' }, Object.values(STORIES).map(story =>
    element('section', { class: 'demo-story' }, button(story.title, () => begin(story), { class: 'primary demo-begin' }),
      element('p', { text: story.about }))));
  const stage = element('div', { class: 'demo', hidden: true },
    element('section', { class: 'demo-script', 'aria-label': 'Steps' }, controls, list), board.element);
  replace(root, element('h2', { class: 'demo-title', text: 'See it happen' }), choice, stage);

  let run = null, steps = [], lines = [], at = 0, timer = null, busy = false, playing = false;

  async function begin(story) {
    choice.hidden = true;
    stage.hidden = false;
    try {
      const key = await api.freshWorld();
      run = createRun(story, key, api, () => board.scan());
    } catch (error) {
      end();
      setText(said, error.message);
      return;
    }
    [steps, at] = [story.steps, 0];
    lines = steps.map((step, index) => createStepLine(step, index + 1));
    replace(list, lines.map(line => line.element));
    board.begin(run);
    playOn();
    next.focus({ preventScroll: true });
  }

  function end() {
    pause();
    run = null;
    choice.hidden = false;
    stage.hidden = true;
    choice.querySelector('button').focus({ preventScroll: true });
  }

  function playOn() {
    playing = true;
    stepOn();
  }

  function pause() {
    playing = false;
    clearTimeout(timer);
    timer = null;
    draw();
  }

  async function stepOn() {
    clearTimeout(timer);
    timer = null;
    if (busy || !run || at >= steps.length) return;
    const mine = run, step = steps[at], line = lines[at];
    busy = true;
    line.run();
    draw();
    const result = await step.run(mine).catch(error => ({ ok: false, status: error.status ?? 0, message: error.message }));
    busy = false;
    if (mine !== run) return;
    line.done(result);
    board.draw();
    lines.forEach((each, index) => each.fold(index < at));
    line.element.scrollIntoView({ block: 'nearest' });
    if (result.ok) at += 1; else playing = false;
    if (playing && at < steps.length) timer = setTimeout(stepOn, PACE);
    draw(result.ok ? null : 'This step was refused. Try it again, or look at it under Calls.');
  }

  function draw(sentence) {
    const isOver = at >= steps.length && steps.length > 0;
    if (isOver) playing = false;
    setText(next, isOver ? 'Play it again' : steps[at]?.title ?? 'Next');
    next.hidden = isOver;
    play.hidden = isOver;
    setText(play, playing ? 'Pause' : 'Play on');
    setText(said, sentence ?? (isOver ? 'That is the whole story. Start again, or look at it in the other views.'
      : playing ? 'Playing. Press the step to go on by hand.' : 'Next:'));
  }

  store.on('world', () => {
    if (run && store.state.key !== run.key) end();
  });
  store.subscribe(() => {
    choice.hidden ||= Boolean(store.state.file);
    if (!root.hidden && run) board.draw();
  });
  store.onTick(now => {
    if (!root.hidden && run) board.tick(now);
  });
}
