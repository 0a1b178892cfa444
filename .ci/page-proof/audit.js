// What an accessibility checker looks for, for the checks of `access.py`.
(() => {
  const visible = each => each.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) && !each.closest('.visually-hidden')
    && each.getClientRects().length > 0;
  const modal = () => document.querySelector('dialog[open]') ?? document.body;
  const INTERACTIVE = 'button, a[href], input, select, textarea, summary, [tabindex], [role="button"], [role="switch"]';
  const short = each => `<${each.tagName.toLowerCase()} ${each.id || each.className}> ${(each.textContent || '').trim().slice(0, 40)}`;
  const scratch = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const known = new Map();

  function rgba(colour) {
    if (!known.has(colour)) {
      scratch.clearRect(0, 0, 1, 1);
      scratch.fillStyle = colour;
      scratch.fillRect(0, 0, 1, 1);
      known.set(colour, [...scratch.getImageData(0, 0, 1, 1).data]);
    }
    return known.get(colour);
  }
  const over = ([r, g, b, a], [R, G, B]) => [r, g, b].map((each, i) => each * a / 255 + [R, G, B][i] * (1 - a / 255));
  function ground(each) {
    const layers = [];
    for (let at = each; at; at = at.parentElement) layers.push(rgba(getComputedStyle(at).backgroundColor));
    return layers.reverse().reduce((under, layer) => over(layer, under), [255, 255, 255]);
  }
  const light = ([r, g, b]) => [r, g, b].map(each => each / 255)
    .map(each => each <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4)
    .reduce((sum, each, i) => sum + each * [0.2126, 0.7152, 0.0722][i], 0);
  function contrast(colour, under) {
    const [one, two] = [light(over(rgba(colour), under)), light(under)];
    return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
  }

  function name(each) {
    const by = each.getAttribute('aria-labelledby');
    const labelled = by && by.split(' ').map(id => document.getElementById(id)?.textContent).join(' ');
    const text = each.matches('input, select, textarea') ? '' : each.textContent;
    return (each.getAttribute('aria-label') || labelled || [...(each.labels ?? [])].map(label => label.textContent).join(' ')
      || text || each.getAttribute('alt') || each.title || '').trim();
  }

  globalThis.audit = () => {
    const found = [];
    const all = [...modal().querySelectorAll('*')];
    if (!document.documentElement.lang) found.push('no language');
    if (!document.title) found.push('no title');
    if ([...document.querySelectorAll('h1')].filter(visible).length !== 1) found.push('not one h1');
    if (document.querySelectorAll('main').length !== 1) found.push('not one main');
    const ids = new Map();
    for (const each of document.querySelectorAll('[id]')) ids.set(each.id, (ids.get(each.id) ?? 0) + 1);
    for (const [id, count] of ids) if (count > 1) found.push(`id ${id} stands ${count} times`);
    for (const each of all) {
      for (const attribute of ['aria-labelledby', 'aria-describedby', 'aria-controls', 'aria-activedescendant', 'for']) {
        const ids = each.getAttribute(attribute)?.split(' ').filter(Boolean) ?? [];
        for (const id of ids) if (!document.getElementById(id)) found.push(`${attribute} of ${short(each)} leads nowhere: ${id}`);
      }
      if (each.tabIndex > 0) found.push(`a tabindex above 0: ${short(each)}`);
    }
    const levels = [...document.querySelectorAll('h1, h2, h3, h4')].filter(each => each.checkVisibility()).map(each => +each.tagName[1]);
    levels.forEach((level, i) => { if (i && level > levels[i - 1] + 1) found.push(`h${level} after h${levels[i - 1]}`); });
    for (const each of all.filter(visible)) {
      if (each.matches(INTERACTIVE) && !each.matches('[tabindex="-1"]:not(button, a, input, select)') && !name(each)) found.push(`no name: ${short(each)}`);
      if (each.matches('img') && !each.hasAttribute('alt')) found.push(`no alt: ${short(each)}`);
      if (each.matches('img') && !each.alt && each.src) found.push(`an empty alt: ${short(each)}`);
      if (each.matches('button, a[href], select, input') && !each.matches('p a, li a, .skip, [type=checkbox]')) {
        const box = each.getBoundingClientRect();
        if (box.width < 24 || box.height < 24) found.push(`${Math.round(box.width)}×${Math.round(box.height)} px to press: ${short(each)}`);
      }
      const own = [...each.childNodes].some(node => node.nodeType === 3 && node.data.trim());
      if (!own || each.closest(':disabled, option, [aria-hidden="true"]')) continue;
      const style = getComputedStyle(each), size = parseFloat(style.fontSize);
      const least = size >= 24 || (size >= 18.66 && style.fontWeight >= 700) ? 3 : 4.5;
      const ratio = contrast(style.color, ground(each));
      if (ratio < least) found.push(`contrast ${ratio.toFixed(2)}: ${short(each)}`);
      if (size < 11) found.push(`${size} px of text: ${short(each)}`);
    }
    for (const glyph of document.querySelectorAll('.seat-glyph')) {
      if (!visible(glyph)) continue;
      const ratio = contrast(getComputedStyle(glyph).color, ground(glyph.parentElement));
      if (ratio < 3) found.push(`contrast ${ratio.toFixed(2)} of a seat: ${short(glyph)}`);
    }
    return found;
  };

  /** What sticks out of the window to the right, and is not in something that scrolls by itself. */
  globalThis.outside = () => {
    const wide = document.documentElement.clientWidth;
    const found = document.documentElement.scrollWidth > wide ? [`the page is ${document.documentElement.scrollWidth} px wide`] : [];
    for (const each of document.querySelectorAll('body *')) {
      if (!visible(each)) continue;
      let scrolls = false;
      for (let at = each.parentElement; at; at = at.parentElement) scrolls ||= /auto|scroll|hidden/.test(getComputedStyle(at).overflowX);
      if (!scrolls && each.getBoundingClientRect().right > wide + 1) found.push(`sticks out: ${short(each)}`);
    }
    return found;
  };

  /** Marks all that Tab has to reach, and returns the marks. */
  globalThis.stops = () => {
    for (const each of document.querySelectorAll('[data-stop]')) delete each.dataset.stop;
    const all = [...modal().querySelectorAll('button, a[href], input, select, summary, [tabindex="0"]')].filter(each =>
      visible(each) && !each.disabled && !each.matches('.skip'));
    return all.map((each, i) => each.dataset.stop = String(i));
  };
})();
