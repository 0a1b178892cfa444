// Paints seats on a canvas. Each state has a shape beside its colour: free is hollow, held half full, sold full.

/** A painter for a canvas: it takes its size, and the colours that the style sheet gives `element` now. */
export function painter(canvas, element, width, { pitch, height, blocks, x, y }, unit) {
  const context = canvas.getContext('2d', { alpha: false });
  const [ground, dim, f, h, s, mark, ink] = ['ground', 'dim', 'free', 'held', 'sold', 'accent', 'ink'].map(name => {
    element.style.setProperty('color', `var(--${name})`);
    return getComputedStyle(element).color;
  });
  element.style.removeProperty('color');
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

  // One tile for each state and ring, in the device's pixels: a run of equal seats is then painted at once.
  const size = Math.round(pitch / unit), gap = size >= 8 ? 2 : 1, box = size - gap, edge = size >= 9 ? Math.round(1.5 / unit) : 1;
  const fills = { f, h, s };
  const tile = (state, ring) => {
    const drawn = new OffscreenCanvas(size, size), brush = drawn.getContext('2d');
    const fill = (colour, at, wide, high = wide, top = at) => { brush.fillStyle = colour; brush.fillRect(at, top, wide, high); };
    fill(ring || ground, 0, size);
    const at = gap > 1 ? 1 : ring ? 1 : 0, own = gap > 1 || !ring ? box : size - 2, inside = own - 2 * edge;
    fill(fills[state], at, own);
    if (state !== 's') fill(ground, at + edge, inside, state === 'f' ? inside : Math.max(1, Math.floor(inside / 2)));
    return context.createPattern(drawn, 'repeat');
  };
  const tiles = new Map();

  /** Paints `count` seats of one state side by side; `ring` is '', 'mark' or 'ink'. */
  return (index, count, state, ring = '') => {
    const name = state + ring;
    if (!tiles.has(name)) tiles.set(name, tile(state, { mark, ink }[ring]));
    context.setTransform(1, 0, 0, 1, Math.round(x[index] / unit), Math.round(y[index] / unit));
    context.fillStyle = tiles.get(name);
    context.fillRect(0, 0, count * size, size);
  };
}
