// Paints seats on a canvas, each state with a shape beside its colour: free is hollow, held half full, sold full.

/** Readies a canvas, and returns its painter. The colours are those that the style sheet gives `element` now. */
export function painter(canvas, element, width, { pitch, height, blocks, x, y }, unit) {
  const context = canvas.getContext('2d', { alpha: false });
  const [ground, dim, f, h, s, mark, ink] = ['ground', 'dim', 'free', 'held', 'sold', 'accent', 'ink'].map(name => {
    element.style.setProperty('color', `var(--${name})`);
    return getComputedStyle(element).color;
  });
  element.style.removeProperty('color');
  const colours = { f, h, s, mark, ink };
  canvas.width = Math.round(width / unit);
  canvas.height = Math.ceil(height / unit);
  canvas.style.setProperty('height', `${canvas.height * unit}px`);
  context.fillStyle = ground;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = dim;
  context.font = `${Math.round(11 / unit)}px system-ui, sans-serif`;
  context.textBaseline = 'top';
  context.textAlign = 'center';
  for (const block of blocks) context.fillText(block.name, (block.x + block.width / 2) / unit, (block.y + 1) / unit);

  // A tile in the device's pixels for each state and ring: a run of equal seats is painted at once.
  const size = Math.round(pitch / unit), gap = size >= 8 ? 1 : 0, edge = Math.max(1, Math.round(size / 8)), tiles = new Map();
  function tile(state, ring) {
    const drawn = new OffscreenCanvas(size, size), brush = drawn.getContext('2d');
    const fill = (colour, at, wide, high = wide) => { brush.fillStyle = colour; brush.fillRect(at, at, wide, high); };
    const at = gap || ring ? 1 : 0, own = size - 1 - at, inside = own - 2 * edge;
    fill(colours[ring] ?? ground, 0, size);
    fill(colours[state], at, own);
    if (state !== 's') fill(ground, at + edge, inside, state === 'f' ? inside : Math.max(1, inside >> 1));
    return context.createPattern(drawn, 'repeat');
  }

  /** Paints `count` seats of one state side by side; `ring` is '', 'mark' or 'ink'. */
  return (index, count, state, ring = '') => {
    if (!tiles.has(state + ring)) tiles.set(state + ring, tile(state, ring));
    context.setTransform(1, 0, 0, 1, Math.round(x[index] / unit), Math.round(y[index] / unit));
    context.fillStyle = tiles.get(state + ring);
    context.fillRect(0, 0, count * size, size);
  };
}
