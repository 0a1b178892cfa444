// Draws seats on a canvas. A state has a shape of its own beside its colour: free is hollow, held half full, sold full.

/** The colours of a house as they are now: the style sheet gives each as a name, and the browser resolves it. */
export function palette(element) {
  const resolved = name => {
    element.style.setProperty('color', `var(${name})`);
    const { color } = getComputedStyle(element);
    element.style.removeProperty('color');
    return color;
  };
  return {
    ground: resolved('--ground'), ink: resolved('--dim'), f: resolved('--free'), h: resolved('--held'),
    s: resolved('--sold'), mark: resolved('--accent'), current: resolved('--ink'),
  };
}

/** Gives a canvas its size in CSS pixels, sharp on every screen, and returns its context. */
export function prepare(canvas, width, height) {
  const ratio = globalThis.devicePixelRatio || 1;
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  canvas.style.setProperty('height', `${height}px`);
  const context = canvas.getContext('2d', { alpha: false });
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  return context;
}

/** Draws the ground and the names of the sections. */
export function paintGround(context, drawn, colours, width) {
  context.fillStyle = colours.ground;
  context.fillRect(0, 0, width, drawn.height + 1);
  context.fillStyle = colours.ink;
  context.font = '11px system-ui, sans-serif';
  context.textBaseline = 'top';
  context.textAlign = 'center';
  for (const block of drawn.blocks) context.fillText(block.name, block.x + block.width / 2, block.y + 1);
}

/**
 * Draws one seat, over what was there before.
 * @param {string} state `f`, `h` or `s`
 * @param {{marked?: boolean, current?: boolean}} ring whether it is marked, and whether the keyboard is on it
 */
export function paintSeat(context, x, y, pitch, state, colours, ring = {}) {
  const gap = pitch >= 8 ? 2 : 1, size = pitch - gap;
  context.fillStyle = colours.ground;
  context.fillRect(x - gap, y - gap, pitch + gap, pitch + gap);
  if (ring.marked || ring.current) {
    context.fillStyle = ring.current ? colours.current : colours.mark;
    context.fillRect(x - gap, y - gap, pitch + gap, pitch + gap);
    context.fillStyle = colours.ground;
    if (gap > 1) context.fillRect(x - 0.5, y - 0.5, size + 1, size + 1);
  }
  context.fillStyle = colours[state];
  context.fillRect(x, y, size, size);
  if (state === 's') return;
  const edge = size >= 6 ? 1.5 : 1;
  context.fillStyle = colours.ground;
  const inside = size - 2 * edge;
  context.fillRect(x + edge, y + edge, inside, state === 'h' ? Math.max(1, inside / 2) : inside);
}
