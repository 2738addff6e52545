/** Columns of the table of runs: what each shows and what it is sorted by. */
import {element} from '../../dom.js';
import {age, short} from '../../format.js';
import {link} from '../../place.js';
import {statusMark} from '../../status.js';

/**
 * The columns in order. `value` gives what is sorted by: a number, a text, or undefined for what sorts last; `cell` gives
 * what is shown; `most` first sorts large values first.
 */
export const COLUMNS = [
  {key: 'run', title: 'Run', value: run => run.run, cell: name},
  {key: 'status', title: 'Status', value: run => run.status, cell: run => statusMark(run.status, run.problem ?? run.reason)},
  {key: 'task', title: 'Task', value: run => run.task || undefined, cell: run => text(run.task)},
  {key: 'continuity', title: 'Continuity', value: run => run.continuity, cell: continuity},
  {key: 'network', title: 'Network', value: run => run.network || undefined, cell: run => text(run.network)},
  {key: 'loss', title: 'Loss', number: true, value: run => number(loss(run)), cell: run => measured(loss(run))},
  {key: 'score', title: 'Acc. / R²', number: true, most: true, value: run => number(score(run)?.value), cell: scoreCell},
  {key: 'step', title: 'Step', number: true, most: true, value: run => run.step, cell: run => run.step?.toLocaleString('en') ?? '–'},
  {key: 'age', title: 'Age', number: true, value: run => run.updated ? -Date.parse(run.updated) : undefined,
    cell: run => element('span', {title: run.updated}, run.updated ? age(run.updated) : '–')},
  {key: 'tags', title: 'Tags', value: run => (run.tags ?? []).join(' ') || undefined, cell: null},
];

function name(run) {
  return element('a', {href: link('run', {run: run.run}), title: run.run}, run.run);
}

function text(value) {
  return element('span', {title: value}, value || '–');
}

function continuity(run) {
  return run.continuity ? element('span', {class: `continuity ${run.continuity}`}, run.continuity) : '–';
}

function measured(metric) {
  return element('span', {title: metric?.name}, short(metric?.value));
}

function scoreCell(run) {
  const found = score(run);
  return element('span', {title: found?.name}, found?.name.endsWith('r2') ? element('span', {class: 'quiet'}, 'R² ') : null, short(found?.value));
}

function loss(run) {
  return first(run, ['test/loss', 'train/loss']);
}

function score(run) {
  return first(run, ['test/accuracy', 'test/r2', 'train/accuracy', 'train/r2']);
}

function first(run, names) {
  const found = names.find(each => run.metrics?.[each] !== undefined);
  return found && {name: found, value: run.metrics[found]};
}

function number(found) {
  const value = Number(typeof found === 'object' ? found?.value : found);
  return Number.isNaN(value) ? undefined : value;
}
