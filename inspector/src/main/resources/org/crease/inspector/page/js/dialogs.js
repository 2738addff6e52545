/** Small questions in the middle of the page. */
import {element} from './dom.js';

/**
 * Asks for a text.
 *
 * @param {string} title the question
 * @param {string} hint what to type
 * @param {string} value what stands there at first
 * @param {string} action the button's word
 * @param {function(string): boolean} accepts whether the button may be pressed
 * @param {string[]} known texts to choose from
 * @returns {Promise<?string>} the text, or null when it was called off
 */
export function ask({title, hint, value = '', action, accepts = () => true, known = [], danger = false}) {
  return new Promise(resolve => {
    const input = element('input', {type: 'text', value, 'aria-label': hint, list: known.length ? 'known-texts' : null,
      autocomplete: 'off', spellcheck: 'false', on: {input: () => { button.disabled = !accepts(input.value); }}});
    const button = element('button', {class: danger ? 'danger' : 'main', type: 'submit', value: 'yes', disabled: !accepts(value)}, action);
    const sheet = element('dialog', {class: 'ask', on: {close: () => { sheet.remove(); resolve(sheet.returnValue === 'yes' ? input.value : null); }}},
        element('form', {method: 'dialog', on: {submit: event => { if (!accepts(input.value)) event.preventDefault(); }}},
            element('h2', {}, title), element('p', {class: 'quiet'}, hint), input,
            element('datalist', {id: 'known-texts'}, known.map(text => element('option', {value: text}))),
            element('div', {class: 'row end'},
                element('button', {type: 'button', on: {click: () => sheet.close()}}, 'Cancel'), button)));
    document.body.append(sheet);
    sheet.showModal();
    input.focus();
    input.select();
  });
}

/** Shows something with a button that closes it. */
export function inform(title, ...content) {
  const sheet = element('dialog', {class: 'ask', on: {close: () => sheet.remove()}},
      element('h2', {}, title), content,
      element('form', {method: 'dialog', class: 'row end'}, element('button', {}, 'Close')));
  document.body.append(sheet);
  sheet.showModal();
}
