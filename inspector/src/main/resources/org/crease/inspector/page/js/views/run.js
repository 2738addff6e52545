/** One run: its head, any scalar of any probe over steps and layers, its metrics. */
import {Cursor} from '../cursor.js';
import {choice, element, say} from '../dom.js';
import {offerKeys} from '../keys.js';
import {follow} from '../live.js';
import {change, link} from '../place.js';
import {json, replays} from '../source.js';
import {Charts, families} from './charts.js';
import {head} from './run/head.js';
import {RunMap} from './run/map.js';

const LIVE = 'found live';
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
    this.live?.close();
    const {run: name, replay = ''} = this.parameters;
    const run = await json('run', {run: name, replay: replay || undefined});
    this.run = run;
    this.head = element('div', {}, head(run, NO_KIN));
    this.findKin(name);
    this.charts = new Charts(chartsOf(run), run.run, this.parameters, this.cursor);
    const strip = await this.strip(run);
    this.map = run.probes.length ? new RunMap(run, replay, strip, this.cursor) : null;
    this.page.replaceChildren(this.head, this.sources(run, replay), this.map?.node ?? '', this.charts.node);
    const charts = this.charts.draw().catch(problem => say(problem.message));
    await (this.map ? this.map.show(this.parameters) : charts);
    offerKeys('run', this.map?.keys() ?? []);
    this.live = follow(() => this.refresh());
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

  /** Fetches what has been written since; returns whether there was anything. */
  async refresh() {
    const {run: name, replay = ''} = this.parameters;
    const {version} = await json('version', {run: name});
    if (version === this.run.version) return false;
    await this.grow(await json('run', {run: name, replay: replay || undefined}));
    return true;
  }

  async grow(run) {
    if (!this.map && run.probes.length) {
      await this.load();
      return;
    }
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
    const row = element('div', {class: 'row sources'}, this.findings(run, replay));
    replays().then(offered => offered && row.append(element('a', {href: link('replay', {run: run.run}), 'data-act': 'replay'}, 'Replay…')));
    return row;
  }

  findings(run, replay) {
    if (!run.replays?.length) return null;
    return choice('findings', [LIVE, ...run.replays], replay || LIVE,
        chosen => change({replay: chosen === LIVE ? '' : chosen, probe: '', scalar: ''}));
  }

  close() {
    this.live?.close();
    this.map?.close();
  }
}

function chartsOf(run) {
  return families(run.metrics).map(({name, members}) => ({title: name, lines: members.map(metric => ({name: metric, run: run.run, metric}))}));
}
