/** Charts of metrics over steps, with one smoothing, one scale and one stretch of time for all of them. */
import {Cursor} from '../cursor.js';
import {element} from '../dom.js';
import {Figure} from '../figure.js';
import {drawBands, spread} from '../figures/bands.js';
import {drawLines} from '../figures/lines.js';
import {note} from '../place.js';
import {json} from '../source.js';

const SHOWN_AT_FIRST = 4;
const LARGEST_SMOOTHING = 0.99;

export class Charts {
  #data = new Map();
  #figures = new Map();

  /**
   * @param {Array<{title: string, lines: Array<{name: string, run: string, metric: string, color: ?string, dash: ?string,
   *     question: ?Array}>}>} charts all there are; `question` asks for a line that is no metric of a run
   * @param {string} stem of downloaded files
   * @param {Object} parameters of the address: `charts`, `smooth`, `log`, `from`, `to`, `bands`
   * @param {Cursor} cursor shared with other figures
   * @param {Array<{name: string, color: string, runs: Array<Object>}>} groups of runs that may be drawn as bands
   */
  constructor(charts, stem, parameters, cursor = new Cursor(), groups = []) {
    this.charts = charts;
    this.stem = stem;
    this.cursor = cursor;
    this.groups = groups.some(group => group.runs.length > 1) ? groups : [];
    this.take(parameters);
    this.chips = element('div', {class: 'chips', role: 'group', 'aria-label': 'Metrics'});
    this.cards = element('div', {class: 'cards'});
    this.node = element('section', {class: 'charts'}, element('div', {class: 'row bar'}, element('h2', {}, 'Metrics'), this.chips,
        element('span', {class: 'gap'}), this.#controls()), this.cards);
  }

  /** Reads what is wished from parameters of the address. */
  take({charts, smooth = '0', log = '', from, to, bands = '1'}) {
    const titles = this.charts.map(chart => chart.title);
    this.chosen = charts === undefined ? titles.slice(0, SHOWN_AT_FIRST) : charts.split(',').filter(title => titles.includes(title));
    this.smoothing = Math.min(LARGEST_SMOOTHING, Math.max(0, Number(smooth) || 0));
    this.log = log === '1';
    this.banded = this.groups.length > 0 && bands === '1';
    this.domain = from !== undefined && to !== undefined ? [Number(from), Number(to)] : null;
  }

  /** Fetches what is chosen and draws it. */
  async draw() {
    this.#drawChips();
    const shown = this.charts.filter(chart => this.chosen.includes(chart.title));
    await Promise.all(shown.flatMap(chart => chart.lines).map(line => this.#fetch(line)));
    this.cards.replaceChildren(...shown.map(chart => this.#figure(chart).node));
    this.#redraw();
  }

  /** Fetches all anew: the run has grown. */
  async refresh() {
    this.#data.clear();
    await this.draw();
  }

  /** What a line holds, once it was drawn. */
  data(line) {
    return this.#data.get(keyOf(line));
  }

  async #fetch(line) {
    const key = keyOf(line);
    if (!this.#data.has(key)) this.#data.set(key, await json(...(line.question ?? ['metrics', {run: line.run, metric: line.metric}])));
  }

  #redraw() {
    for (const chart of this.charts.filter(each => this.chosen.includes(each.title))) {
      const lines = chart.lines.map(line => ({...line, ...this.#data.get(keyOf(line)), name: line.name}));
      if (this.banded) drawBands(this.#figure(chart), this.#bands(lines), {log: this.log, cursor: this.cursor});
      else drawLines(this.#figure(chart), lines, {log: this.log, smoothing: this.smoothing, domain: this.domain, cursor: this.cursor,
        zoom: domain => this.#zoom(domain)});
    }
    this.reset.hidden = this.domain === null;
  }

  #bands(lines) {
    return this.groups.map(group => ({name: group.name, color: group.color,
      ...spread(lines.filter(line => group.runs.some(run => run.run === line.run)))}));
  }

  #figure(chart) {
    if (!this.#figures.has(chart.title)) {
      this.#figures.set(chart.title, new Figure({title: chart.title, name: `${this.stem}-${chart.title}`, height: 230}));
    }
    return this.#figures.get(chart.title);
  }

  #zoom(domain) {
    this.domain = domain;
    note({from: domain ? Math.round(domain[0]) : '', to: domain ? Math.round(domain[1]) : ''});
    this.#redraw();
  }

  #controls() {
    const shown = element('output', {class: 'number'}, this.smoothing.toFixed(2));
    const slider = element('input', {type: 'range', min: 0, max: LARGEST_SMOOTHING, step: 0.01, value: this.smoothing, 'aria-label': 'Smoothing',
      on: {input: () => {
        this.smoothing = Number(slider.value);
        shown.textContent = this.smoothing.toFixed(2);
        note({smooth: this.smoothing || ''});
        this.#redraw();
      }}});
    const log = element('input', {type: 'checkbox', checked: this.log, 'aria-label': 'Logarithmic scale', on: {change: () => {
      this.log = log.checked;
      note({log: this.log ? '1' : ''});
      this.#redraw();
    }}});
    this.reset = element('button', {class: 'small', type: 'button', hidden: true, title: 'All steps (a double click does it too)',
      on: {click: () => this.#zoom(null)}}, 'All steps');
    const bands = this.groups.length ? element('label', {title: 'Runs that differ in the seed alone: the median and the range'},
        element('input', {type: 'checkbox', checked: this.banded, on: {change: event => {
          this.banded = event.target.checked;
          note({bands: this.banded ? '' : '0'});
          this.#redraw();
        }}}), element('span', {class: 'quiet'}, 'seeds as bands')) : null;
    return [this.reset, bands, element('label', {}, element('span', {class: 'quiet'}, 'smoothing'), slider, shown),
      element('label', {}, log, element('span', {class: 'quiet'}, 'log'))];
  }

  #drawChips() {
    if (this.charts.length < 2) return;
    this.chips.replaceChildren(...this.charts.map(({title}) => {
      const on = this.chosen.includes(title);
      return element('button', {class: 'chip', type: 'button', 'aria-pressed': String(on), 'data-chart': title, on: {click: () => {
        this.chosen = on ? this.chosen.filter(each => each !== title) : [...this.chosen, title];
        note({charts: this.chosen.join(',') || 'none'});
        this.draw();
      }}}, title);
    }));
  }
}

/** Metrics that measure the same thing, such as `train/loss` and `test/loss`, in the order of their importance. */
export function families(metrics) {
  const groups = d3.group(metrics, metric => metric.split('/').at(-1).replace(/^batch_/, ''));
  const rank = name => ['loss', 'accuracy', 'r2'].indexOf(name) + 1 || 9;
  return [...groups].sort((a, b) => rank(a[0]) - rank(b[0])).map(([name, members]) => ({name, members: members.sort(splitOrder)}));
}

function splitOrder(a, b) {
  const rank = name => ['test', 'validation', 'val', 'train'].findIndex(split => name.startsWith(`${split}/`) && !name.includes('batch_')) + 1 || 9;
  return rank(a) - rank(b) || d3.ascending(a, b);
}

function keyOf({run, metric}) {
  return `${run}\n${metric}`;
}
