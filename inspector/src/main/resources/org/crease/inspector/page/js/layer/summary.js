/** Scalars of a finding, and what has changed in them since the checkpoint before. */
import {element} from '../dom.js';
import {link} from '../place.js';
import {short, words} from '../format.js';

/**
 * A card.
 *
 * @param {Object} finding
 * @param {?Object} before the summary of the same probe at the checkpoint before
 * @param {string} run its name
 */
export function summaryCard(finding, before, run) {
  return element('section', {class: 'card summary', 'data-probe': finding.probe},
      element('header', {}, element('h3', {}, finding.probe), finding.replay ? element('span', {class: 'quiet'}, `replay ${finding.replay}`) : null),
      element('dl', {class: 'facts'}, Object.entries(finding.summary).flatMap(([name, value]) => [
        element('dt', {}, element('a', {href: link('run', {run, replay: finding.replay, probe: finding.probe, scalar: name}), title: 'Over steps and layers'}, words(name))),
        element('dd', {class: 'number'}, element('span', {'data-scalar': name}, short(value)), ' ', change(name, value, before?.[name])),
      ])),
      finding.problem ? element('p', {class: 'bad'}, finding.problem) : null,
      finding.notes.map(note => element('p', {class: 'quiet'}, note)));
}

function change(name, value, before) {
  const difference = Number(value) - Number(before);
  if (before === undefined || !Number.isFinite(difference) || difference === 0) return null;
  return element('span', {class: 'quiet change', 'data-change': name, title: `${short(before)} at the checkpoint before`},
      `${difference > 0 ? '▲' : '▼'} ${short(Math.abs(difference))}`);
}
