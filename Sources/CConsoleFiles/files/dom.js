// Building the document. Text is only ever set as text: there is no way from here to markup.

const SVG = 'http://www.w3.org/2000/svg';

/**
 * Makes an element. Attributes: `class`, `text` (its text), `data` (an object for `dataset`), `on` (an object of
 * listeners), a boolean (present or absent), or any attribute by its name. `null` and `undefined` are left out.
 * @param {string} tag
 * @param {Object<string, *>} [attributes]
 * @param {...(Node|string|number|null|undefined|false)} children
 * @returns {HTMLElement}
 */
export function element(tag, attributes, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

/** The same for an SVG element. @returns {SVGElement} */
export function svg(tag, attributes, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

function fill(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || (value === false && !name.startsWith('aria-'))) continue;
    if (name === 'text') node.textContent = value;
    else if (name === 'data') Object.assign(node.dataset, value);
    else if (name === 'on') for (const [type, listener] of Object.entries(value)) node.addEventListener(type, listener);
    else node.setAttribute(name, value === true && !name.startsWith('aria-') ? '' : value);
  }
  node.append(...children.flat().filter(child => child !== null && child !== undefined && child !== false));
  return node;
}

/** Puts `children` in the place of what `node` contains. */
export function replace(node, ...children) {
  node.replaceChildren(...children.flat().filter(child => child !== null && child !== undefined && child !== false));
}

/** A button that says what it does. @param {string} label @param {(event: Event) => void} press */
export function button(label, press, attributes) {
  return element('button', { type: 'button', on: { click: press }, ...attributes }, label);
}

/** Sets the text only where it differs, so that nothing is laid out for nothing. */
export function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/**
 * Asks in a dialog. Resolves to the text of the field (or '' if there is none), or to null if it was cancelled.
 * @param {string} title
 * @param {string} text
 * @param {{field?: string, go: string, secret?: boolean}} options
 * @returns {Promise<string|null>}
 */
export function ask(title, text, { field, go, secret }) {
  return new Promise(resolve => {
    const input = field ? element('input', { type: secret ? 'password' : 'text', id: 'ask', required: true, autocomplete: 'off' }) : null;
    const finish = value => { dialog.close(); dialog.remove(); resolve(value); };
    const submit = event => { event.preventDefault(); finish(input ? input.value : ''); };
    const dialog = element('dialog', { 'aria-labelledby': 'ask-title' },
      element('h2', { id: 'ask-title' }, title), element('p', {}, text),
      element('form', { on: { submit } },
        field ? element('label', { for: 'ask' }, field) : null, input,
        element('div', { class: 'row' }, element('button', { class: 'primary' }, go), button('Cancel', () => finish(null)))));
    dialog.addEventListener('cancel', () => finish(null));
    document.body.append(dialog);
    dialog.showModal();
  });
}
