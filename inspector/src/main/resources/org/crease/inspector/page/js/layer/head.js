/** The head of the view: which layers are open, at which checkpoint, coloured by what. */
import {choice, element} from '../dom.js';

const MOST_BUTTONS = 10;

/**
 * Which layers are open.
 *
 * @param {string[]} layers of the run
 * @param {string[]} open
 * @param {{only: function(string), add: function(string)}} hands opens one alone, or beside the others
 */
export function layerChooser(layers, open, {only, add}) {
  const closed = layers.filter(layer => !open.includes(layer));
  const beside = closed.length ? choice('beside', ['', ...closed], '', add) : null;
  if (layers.length > MOST_BUTTONS) return [choice('layer', layers, open[0], only), beside];
  return [
    element('div', {class: 'layer-buttons', role: 'group', 'aria-label': 'Layer'}, layers.map(layer =>
      element('button', {type: 'button', 'aria-pressed': String(open.includes(layer)), title: 'Click: this layer alone. Shift-click: beside the others.',
        'data-choose-layer': layer, on: {click: event => event.shiftKey ? add(layer) : only(layer)}}, layer))),
    beside,
  ];
}
