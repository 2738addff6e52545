/** Keys of the page, and the sheet that lists them. */
import {element} from './dom.js';
import {here} from './place.js';

const EVERYWHERE = '';
const NAMES = {ArrowLeft: '←', ArrowRight: '→', ArrowUp: '↑', ArrowDown: '↓', ' ': 'space', Escape: 'esc', Enter: 'enter'};
const offers = new Map();

/**
 * Says which keys a view knows. A later offer of the same view replaces an earlier one.
 *
 * @param {string} view its name, or the empty text for keys that all views know
 * @param {Array<{keys: string[], help: string, act: function(KeyboardEvent): (boolean|void)}>} keys as `KeyboardEvent.key` names
 *   them; `act` returns false when there was nothing to do, so that others may take the key
 */
export function offerKeys(view, keys) {
  offers.set(view, keys);
}

/** Shows what keys do here. */
export function showKeys() {
  const sheet = element('dialog', {class: 'keys', 'aria-label': 'Keys', on: {close: () => sheet.remove()}},
      element('h2', {}, 'Keys'),
      element('dl', {class: 'facts'}, known().flatMap(({keys, help}) =>
        [element('dt', {}, keys.map(key => element('kbd', {}, NAMES[key] ?? key))), element('dd', {}, help)])),
      element('form', {method: 'dialog'}, element('button', {}, 'Close')));
  document.body.append(sheet);
  sheet.showModal();
}

function known() {
  return [...(offers.get(here().view) ?? []), ...(offers.get(EVERYWHERE) ?? [])];
}

function press(event) {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return;
  if (isTakenBy(event.target, event.key)) return;
  const found = known().find(({keys}) => keys.includes(event.key));
  if (found && found.act(event) !== false) event.preventDefault();
}

/** Whether the element with the focus has a use of its own for a key. */
function isTakenBy(target, key) {
  const tag = target.tagName;
  if (tag === 'INPUT' && target.type === 'range') return /^(Arrow|Page|Home|End)/.test(key);
  if (tag === 'INPUT' && target.type === 'checkbox') return key === ' ';
  if (['INPUT', 'TEXTAREA', 'SELECT'].includes(tag)) return key !== 'Escape';
  return ['BUTTON', 'A', 'SUMMARY'].includes(tag) && [' ', 'Enter'].includes(key);
}

addEventListener('keydown', press);
