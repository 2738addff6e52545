/** The head of a run: where it stands, its facts, its configuration. */
import {copy} from '../../clipboard.js';
import {element} from '../../dom.js';
import {age, short} from '../../format.js';
import {joinNames} from '../../names.js';
import {link} from '../../place.js';
import {statusMark} from '../../status.js';

/**
 * The head.
 *
 * @param {Object} run as the server tells it
 * @param {{twins: string[], seeds: string[]}} kin runs that differ in the target alone, or in the seed alone
 */
export function head(run, kin) {
  return element('section', {class: 'run-head'},
      element('div', {class: 'row'}, element('h1', {}, run.run), statusMark(run.status, run.reason),
          run.continuity && element('span', {class: `continuity ${run.continuity}`}, run.continuity),
          (run.tags ?? []).map(tag => element('span', {class: 'tag'}, tag)),
          element('span', {class: 'gap'}), others(run, kin)),
      run.reason && element('p', {class: run.status === 'failed' ? 'bad' : 'quiet', 'data-reason': true}, run.reason),
      element('div', {class: 'row tiles'}, tiles(run)),
      element('div', {class: 'row folds'}, fold('Facts', facts(run)), fold('Configuration', config(run))));
}

/** Seconds between two times, in words. */
function lasted(from, to) {
  return age(from, Date.parse(to));
}

function others(run, {twins, seeds}) {
  return [twins.slice(0, 2).map(twin => element('a', {class: 'button', 'data-twin': twin, title: `${twin} differs in the target alone`,
    href: link('compare', {runs: joinNames([run.run, twin])})}, `Compare with twin ${twin}`)),
  seeds.length > 0 && element('a', {class: 'button', 'data-seeds': seeds.length, title: 'The same settings with other seeds',
    href: link('compare', {runs: joinNames([run.run, ...seeds])})}, `${seeds.length + 1} seeds`)].flat().filter(Boolean);
}

function tiles(run) {
  const metrics = Object.entries(run.final ?? {}).filter(([name]) => !name.endsWith('batch_loss'));
  return [...metrics.map(([name, value]) => tile(name, short(value), name)), tile('step', run.step?.toLocaleString('en') ?? '–'),
    tile('seed', String(run.seed ?? '–')), tile(run.status === 'running' ? 'running for' : 'took', lasted(run.created, run.updated)),
    tile('device', run.device || '–')];
}

function tile(name, value, key = name) {
  return element('div', {class: 'tile', 'data-tile': key}, element('span', {class: 'quiet'}, name), element('strong', {class: 'number', title: value}, value));
}

function facts(run) {
  const rows = {created: run.created, updated: run.updated, continuity: run.continuity, task: run.task, network: run.network,
    layers: run.layers.join(', '), ...run.versions, ...prefixed('SHA-256 of ', run.data)};
  return element('dl', {class: 'facts'}, Object.entries(rows).filter(([, value]) => value)
      .flatMap(([name, value]) => [element('dt', {}, name), element('dd', {}, value)]));
}

function prefixed(prefix, values = {}) {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [prefix + name, value]));
}

function config(run) {
  return element('div', {}, element('button', {class: 'small', type: 'button', on: {click: () => copy(run.config, 'configuration copied')}}, 'Copy'),
      element('pre', {class: 'config'}, run.config));
}

function fold(title, content) {
  return element('details', {class: 'fold'}, element('summary', {}, title), content);
}
