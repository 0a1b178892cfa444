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
  const list = element('ol', { class: 'play-steps' });
  const next = button('Next', () => { pause(); stepOn(); }, { class: 'primary demo-next' });
  const play = button('Pause', () => (timer || busy ? pause() : playOn()), { class: 'demo-play' });
  const again = button('Start again', () => end(), { class: 'plain' });
  const said = element('p', { class: 'demo-said quiet', role: 'status' });
  const controls = element('div', { class: 'demo-controls' }, next, play, again, said);
  const choice = element('div', { class: 'demo-choice' }, Object.values(STORIES).map(story =>
    element('section', { class: 'demo-story' }, button(story.title, () => begin(story), { class: 'primary demo-begin' }),
      element('p', { text: story.about }))));
  const script = element('section', { class: 'demo-script', 'aria-label': 'Steps', hidden: true }, controls, list);
  const trouble = element('p', { class: 'bad', role: 'alert', hidden: true });
  replace(root, element('h2', { class: 'visually-hidden', text: 'Play' }), choice, trouble,
    element('div', { class: 'demo' }, script, board.element));

  let run = null, steps = [], lines = [], at = 0, timer = null, busy = false, playing = false;

  async function begin(story) {
    try {
      run = createRun(story, await api.freshWorld(), api, () => board.scan());
    } catch (error) {
      trouble.hidden = false;
      setText(trouble, error.message);
      return;
    }
    trouble.hidden = choice.hidden = true;
    script.hidden = false;
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
    script.hidden = true;
    choice.hidden = Boolean(store.state.file);
    board.idle();
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
    lines.forEach((each, index) => each.fold(index !== at));
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
      : playing ? 'Playing. Press the next step to go on by hand.' : 'Press the next step, or play on.'));
  }

  store.on('world', () => {
    if (run && store.state.key !== run.key) end();
  });
  store.subscribe(() => {
    if (!run) choice.hidden = Boolean(store.state.file);
    if (!root.hidden) board.draw();
  });
  store.onTick(now => {
    if (!root.hidden && run) board.tick(now);
  });
}
