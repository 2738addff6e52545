/** One run: its head, any scalar of any probe over steps and layers, its metrics. */
import {Cursor} from '../cursor.js';
import {choice, element, say} from '../dom.js';
import {offerKeys} from '../keys.js';
import {change} from '../place.js';
import {recorded} from '../recorded.js';
import {json} from '../source.js';
import {Charts, families} from './charts.js';
import {head} from './run/head.js';
import {RunMap} from './run/map.js';

const LIVE = 'found live';
const REFRESH_SECONDS = 4;
const NO_KIN = {twins: [], seeds: []};

/** Shows the view. */
export async function show(page, parameters) {
  const view = new RunView(page, parameters);
  await view.load();
  return {update: changed => view.update(changed), close: () => view.close()};
}

class RunView {
  constructor(page, parameters) {
    this.page = page;
    this.parameters = parameters;
    this.cursor = new Cursor();
  }

  async load() {
    const {run: name, replay = ''} = this.parameters;
    const run = await json('run', {run: name, replay: replay || undefined});
    this.run = run;
    this.head = element('div', {}, head(run, NO_KIN));
    this.findKin(name);
    this.charts = new Charts(chartsOf(run), run.run, this.parameters, this.cursor);
    const strip = await this.strip(run);
    this.map = run.probes.length ? new RunMap(run, replay, strip, this.cursor) : null;
    this.page.replaceChildren(this.head, this.sources(run, replay), this.map?.node ?? '', this.charts.node);
    await Promise.all([this.map?.show(this.parameters), this.charts.draw()]);
    offerKeys('run', this.map?.keys() ?? []);
    if (run.status === 'running' && !recorded) this.timer = setInterval(() => this.refresh(), REFRESH_SECONDS * 1000);
  }

  /** Takes other parameters in place; another run or another replay is another view. */
  async update(parameters) {
    const same = ['run', 'replay'].every(key => (parameters[key] ?? '') === (this.parameters[key] ?? ''));
    if (!same) return false;
    this.parameters = parameters;
    this.charts.take(parameters);
    await Promise.all([this.map?.show(parameters), this.charts.draw()]);
    return true;
  }

  /** Fetches what a training run has written since. */
  async refresh() {
    if (document.hidden || this.busy) return;
    this.busy = true;
    try {
      const {run: name, replay = ''} = this.parameters;
      const run = await json('run', {run: name, replay: replay || undefined});
      if (run.updated !== this.run.updated || run.status !== this.run.status) await this.grow(run);
      if (run.status !== 'running') clearInterval(this.timer);
    } catch (problem) {
      say(`the inspector does not answer: ${problem.message}`);
    } finally {
      this.busy = false;
    }
  }

  async grow(run) {
    this.run = run;
    this.drawHead();
    this.charts.charts = chartsOf(run);
    await Promise.all([this.map?.refresh(run, await this.strip(run)), this.charts.refresh()]);
  }

  drawHead() {
    const open = [...this.head.querySelectorAll('details')].map(fold => fold.open);
    this.head.replaceChildren(head(this.run, this.kin ?? NO_KIN));
    this.head.querySelectorAll('details').forEach((fold, i) => { fold.open = open[i]; });
  }

  /** Looks for twins and other seeds, for which the server reads the settings of all runs, while the view is there already. */
  async findKin(run) {
    try {
      this.kin = await json('kin', {run});
      if (this.kin.twins.length || this.kin.seeds.length) this.drawHead();
    } catch {
      this.kin = NO_KIN;
    }
  }

  /** The loss above the map. */
  async strip(run) {
    const metric = ['test/loss', 'train/loss', ...run.metrics.filter(name => name.endsWith('loss'))].find(name => run.metrics.includes(name));
    return metric ? {name: metric, ...await json('metrics', {run: run.run, metric})} : null;
  }

  sources(run, replay) {
    if (!run.replays?.length) return '';
    return element('div', {class: 'row sources'}, choice('findings', [LIVE, ...run.replays], replay || LIVE,
        chosen => change({replay: chosen === LIVE ? '' : chosen, probe: '', scalar: ''})));
  }

  close() {
    clearInterval(this.timer);
    this.map?.close();
  }
}

function chartsOf(run) {
  return families(run.metrics).map(({name, members}) => ({title: name, lines: members.map(metric => ({name: metric, run: run.run, metric}))}));
}
