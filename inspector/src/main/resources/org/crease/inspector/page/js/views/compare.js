/** Several runs on one time axis. */
import {Cursor} from '../cursor.js';
import {element} from '../dom.js';
import {offerKeys} from '../keys.js';
import {joinNames, splitNames} from '../names.js';
import {change, link} from '../place.js';
import {allRuns, json} from '../source.js';
import {statusMark} from '../status.js';
import {Charts, families} from './charts.js';
import {Distances} from './compare/distances.js';
import {ComparedMaps, swatch} from './compare/maps.js';
import {colored, groups} from './compare/runs.js';

/** Shows the view. */
export async function show(page, parameters) {
  const view = new CompareView(page, parameters);
  await view.load();
  return {update: changed => view.update(changed), close: () => view.close()};
}

class CompareView {
  constructor(page, parameters) {
    this.page = page;
    this.parameters = parameters;
    this.cursor = new Cursor();
  }

  async load() {
    const names = splitNames(this.parameters.runs);
    const answers = await Promise.all(names.map(run => json('run', {run}).catch(problem => ({run, problem: problem.message}))));
    this.runs = colored(answers);
    const good = this.runs.filter(run => !run.problem);
    if (!good.length) {
      this.page.replaceChildren(this.head(), element('p', {class: 'quiet'}, 'Select two runs or more in the ', element('a', {href: link('runs')}, 'table of runs'), '.'));
      return;
    }
    const seeds = groups(good);
    this.charts = new Charts(chartsOf(good), 'compare', this.parameters, this.cursor, seeds);
    this.distances = new Distances(good, this.parameters);
    this.maps = new ComparedMaps(good, seeds, this.cursor, step => this.distances.at(step));
    this.page.replaceChildren(this.head(), this.charts.node, this.maps.node, this.distances.node);
    await Promise.all([this.charts.draw(), this.maps.show(this.parameters)]);
    offerKeys('compare', this.maps.keys());
  }

  /** Takes other parameters in place; other runs are another view. */
  async update(parameters) {
    if (parameters.runs !== this.parameters.runs || !this.charts) return false;
    this.parameters = parameters;
    this.charts.take(parameters);
    await Promise.all([this.charts.draw(), this.maps.show(parameters)]);
    return true;
  }

  head() {
    return element('div', {class: 'row compared'}, element('h1', {}, `${this.runs.length} runs`), this.runs.map(run => this.chip(run)), this.more());
  }

  chip(run) {
    return element('span', {class: 'compared-run', 'data-run': run.run, title: run.problem}, swatch(run.color),
        element('a', {href: link('run', {run: run.run})}, run.run),
        run.problem ? element('span', {class: 'bad'}, run.problem) : statusMark(run.status, run.reason),
        run.continuity && element('span', {class: 'quiet'}, run.continuity),
        element('button', {class: 'icon', type: 'button', title: `Take ${run.run} out`, on: {click: () => this.choose(this.runs.filter(each => each !== run).map(each => each.run))}}, '✕'));
  }

  /** A field that adds a run by name; names come when it is first used. */
  more() {
    const known = element('datalist', {id: 'more-runs'});
    const field = element('input', {class: 'add', list: 'more-runs', placeholder: 'Add a run', 'aria-label': 'Add a run', autocomplete: 'off', on: {
      focus: async () => {
        if (!known.children.length) known.append(...(await allRuns()).runs.map(({run}) => element('option', {value: run})));
      },
      change: () => {
        const name = field.value.trim();
        if (name && !this.runs.some(run => run.run === name)) this.choose([...this.runs.map(run => run.run), name]);
      }}});
    return [field, known];
  }

  choose(names) {
    change({runs: joinNames(names)});
  }

  close() {
    this.maps?.close();
    this.distances?.close();
  }
}

/** A chart a metric, a line a run; metrics of the same kind follow each other. */
function chartsOf(runs) {
  const metrics = [...new Set(runs.flatMap(run => run.metrics))];
  const ordered = families(metrics).flatMap(({members}) => members);
  const first = ordered.filter(metric => !metric.includes('batch_'));
  return [...first, ...ordered.filter(metric => metric.includes('batch_'))].map(metric => ({title: metric,
    lines: runs.filter(run => run.metrics.includes(metric)).map(run => ({name: run.run, run: run.run, metric, color: run.color}))}));
}
