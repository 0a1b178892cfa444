// Building the document. Text is only ever set as text: there is no way from here to markup.

const present = value => value !== null && value !== undefined && value !== false;

/** Makes an element: `element('p.quiet', 'text', child…)`, with an object of attributes (`on`, `data`) before the children. */
export function element(tag, ...children) {
  const [name, ...classes] = tag.split('.');
  const node = document.createElement(name);
  if (classes.length) node.className = classes.join(' ');
  const attributes = children[0]?.constructor === Object ? children.shift() : {};
  for (const [key, value] of Object.entries(attributes)) {
    if (key === 'on') for (const [type, listener] of Object.entries(value)) node.addEventListener(type, listener);
    else if (key === 'data') Object.assign(node.dataset, value);
    else if (key === 'text') node.textContent = value;
    else if (key.startsWith('aria-') ? value !== undefined : present(value)) node.setAttribute(key, value === true && key[4] !== '-' ? '' : value);
  }
  replace(node, ...(node.childNodes.length && !children.length ? node.childNodes : children));
  return node;
}

/** A button that says what it does. */
export const button = (label, press, attributes) => element('button', { type: 'button', on: { click: press }, ...attributes }, label);

/** Puts `children` in the place of what `node` contains. */
export const replace = (node, ...children) => node.replaceChildren(...children.flat(2).filter(present));

/** Sets the text only where it differs. */
export function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/** Draws anew what may have the focus, and leaves it there. Elements that stay are not taken out: that would cost their layout. */
export function keepFocus(root, ...children) {
  const at = [...root.querySelectorAll('button, a, input')].indexOf(document.activeElement);
  const wanted = new Set(children.flat(2).filter(present));
  for (const node of [...root.childNodes]) if (!wanted.has(node)) node.remove();
  let next = root.firstChild;
  for (const node of wanted) {
    if (node === next) next = next.nextSibling;
    else root.insertBefore(node, next);
  }
  if (root.contains(document.activeElement)) return;
  if (at >= 0) (root.querySelectorAll('button, a, input')[at] ?? root.querySelector('button, a, input'))?.focus();
}

/** Asks in a dialog: resolves to the text of its field ('' without one), or null if it was cancelled. */
export function ask(title, text, { field, go, type = 'text' }) {
  return new Promise(resolve => {
    const input = field && element('input', { id: 'ask', type, required: true, autocomplete: 'off' });
    const finish = value => { dialog.remove(); resolve(value); };
    const submit = event => { event.preventDefault(); finish(input?.value ?? ''); };
    const dialog = element('dialog', { 'aria-label': title, on: { cancel: () => finish(null) } },
      element('h2', title), element('p', text),
      element('form', { on: { submit } }, field && element('label', { for: 'ask' }, field), input,
        element('div.row', element('button.primary', go), button('Cancel', () => finish(null)))));
    document.body.append(dialog);
    dialog.showModal();
  });
}
