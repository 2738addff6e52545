/** Elements of the page. Text becomes text and never markup, whatever it says. */

/**
 * Makes an element.
 *
 * @param {string} tag its name
 * @param {Object} attributes by name; `on` holds listeners by event; false, null and undefined are left out
 * @param {...(Node|string|number|null|undefined)} children in order
 */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === 'on') {
      Object.entries(value).forEach(([event, listener]) => made.addEventListener(event, listener));
    } else if (value !== false && value !== null && value !== undefined) {
      made.setAttribute(name, value === true ? '' : value);
    }
  }
  made.append(...children.flat().filter(child => child !== null && child !== undefined));
  return made;
}

/** A choice of one among texts. */
export function choice(label, options, chosen, changed) {
  const select = element('select', {'aria-label': label, on: {change: () => changed(select.value)}},
      options.map(option => element('option', {value: option, selected: option === chosen}, option)));
  return element('label', {}, element('span', {class: 'quiet'}, label), select);
}

/** Says something for a few seconds. */
export function say(message) {
  const box = document.getElementById('say');
  box.textContent = message;
  clearTimeout(say.timer);
  say.timer = setTimeout(() => { box.textContent = ''; }, 6000);
}

/** A hint beside the pointer. */
export const tip = {
  node: null,
  show(event, text) {
    this.node ??= document.body.appendChild(element('div', {class: 'tip', role: 'tooltip'}));
    this.node.hidden = false;
    this.node.replaceChildren(text);
    const {clientX: x, clientY: y} = event;
    const box = this.node.getBoundingClientRect();
    this.node.style.left = `${Math.min(x + 14, innerWidth - box.width - 8)}px`;
    this.node.style.top = `${Math.min(y + 14, innerHeight - box.height - 8)}px`;
  },
  hide() {
    if (this.node) this.node.hidden = true;
  },
};
