/** The linear regions of a plane, with the decision boundary and the data on it. */
import {tip} from '../dom.js';
import {bytes} from '../source.js';
import {chosen, cocycle, pointed} from '../selection.js';
import {sequential, series} from '../colors.js';
import {short} from '../format.js';
import {Polygons} from '../figures/polygons.js';
import {decisionAreas, decisionBoundary, levelLines} from '../figures/boundary.js';
import {drawRegions} from '../figures/regions.js';
import {rankColors} from '../figures/rank-colors.js';
import {Chooser} from './chooser.js';
import {coloring, describeRank} from './coloring.js';

const LEVELS = 7;
const NAMES = {rank: 'rank', active: 'active units', decision: 'decision'};

export class RegionsPart {
  #context;
  #finding = null;
  #rank = null;
  #decision = null;
  #by = 'rank';
  #marks = null;

  /** Whether a finding has something to show here. */
  static shows({arrays}) {
    return arrays.vertices?.shape[1] === 2 && arrays.offsets !== undefined && arrays.offsets.data.length > 1;
  }

  constructor(context, probe, among) {
    this.#context = context;
    this.figure = context.figure('regions', among > 1 ? `Linear regions (${probe})` : 'Linear regions', probe, 'large');
    this.chooser = new Chooser(this.figure.choices, 'colour', name => {
      this.#by = Object.keys(NAMES).find(each => NAMES[each] === name);
      this.#draw();
    });
    this.figure.offerArrays(() => bytes('arrays', this.#finding.where));
    this.small = [];
    this.large = [this.figure.node];
    const mark = () => this.#marks?.mark({chosen: chosen.value, pointed: pointed.value});
    this.stop = [chosen.on(mark), pointed.on(mark)];
  }

  /** @param {?Object} decision the last layer's finding of the same probe, which knows what the network puts out */
  update(finding, rank, decision) {
    this.#finding = finding;
    this.#rank = rank;
    this.#decision = decision?.arrays.output ? decision : null;
    this.#context.name(this.figure, 'regions', finding.probe);
    const options = [finding.arrays.rank && 'rank', finding.arrays.active && 'active', this.#classes() && 'decision'].filter(Boolean);
    if (!options.includes(this.#by)) this.#by = options[0] ?? 'rank';
    this.chooser.offer(options.map(each => NAMES[each]), NAMES[this.#by]);
    this.#draw();
  }

  recolor(rank) {
    this.#rank = rank;
    this.#draw();
  }

  #draw() {
    const {vertices, offsets, window: edges, plane} = this.#finding.arrays;
    const polygons = new Polygons(vertices.data, offsets.data);
    const look = {...this.#groups(polygons), lines: this.#lines(), points: plane ? [] : this.#points(), window: Array.from(edges?.data ?? polygons.window)};
    this.figure.table = () => this.#table(polygons);
    this.#marks = drawRegions(this.figure, polygons, look, {
      hover: (polygon, id, event) => this.#hover(polygon, id, event), choose: (ids, how) => this.#choose(ids, how),
    });
    this.#marks.mark({chosen: chosen.value, pointed: pointed.value});
    const boundary = !this.#decision ? '' : this.#classes() ? ' Black: the decision boundary.' : ` Black: the output is ${look.lines.map(line => short(line.label)).join(', ')}.`;
    this.figure.say(`${polygons.count} regions.${boundary}${plane ? ' A slice of the input space.' : ''}`);
  }

  #groups(polygons) {
    const {arrays} = this.#finding;
    if (this.#by === 'decision') return this.#decisions(polygons);
    const values = arrays[this.#by]?.data;
    if (!values) return {groups: [{color: 'var(--faint)', name: '', polygons: d3.range(polygons.count)}], legend: null};
    const [low, high] = d3.extent(values);
    const scale = this.#by === 'rank' ? rankColors(high) : sequential(low, high);
    return {
      groups: d3.groups(d3.range(polygons.count), polygon => values[polygon]).sort((one, other) => one[0] - other[0])
          .map(([value, members]) => ({color: scale(value), name: value, polygons: members})),
      legend: high - low < 6 ? {title: NAMES[this.#by], items: d3.range(low, high + 1).map(value => ({label: `${this.#by === 'rank' ? 'rank ' : ''}${value}`, color: scale(value)}))}
        : {title: NAMES[this.#by], scale, low, high},
    };
  }

  #decisions(polygons) {
    const {samples} = this.#context;
    const {shape, data} = this.#output();
    const tiles = new Polygons(this.#decision.arrays.vertices.data, this.#decision.arrays.offsets.data);
    const areas = decisionAreas(tiles, data, shape[1]).map((parts, number) => ({parts, name: number, color: d3.interpolateRgb(series(number), '#fff')(0.45)}));
    return {
      groups: [{color: 'var(--faint)', name: '', polygons: d3.range(polygons.count)}], areas,
      legend: {title: 'decision', items: areas.map(({name, color}) => ({label: samples.className(name), color}))},
    };
  }

  /** Whether the network tells classes apart; it learns numbers otherwise. One output tells two classes apart by its sign. */
  #classes() {
    const {samples, run} = this.#context;
    if (!this.#decision) return false;
    if (samples.hasTargets || run.continuity === 'continuous') return false;
    return samples.hasClasses || run.continuity === 'discontinuous' || this.#decision.arrays.output.shape[1] > 1;
  }

  /** The outputs at each corner; a single one that decides gets its opposite beside it. */
  #output() {
    const {shape, data} = this.#decision.arrays.output;
    return this.#classes() && shape[1] === 1 ? {shape: [shape[0], 2], data: Float64Array.from({length: 2 * shape[0]}, (_, i) => i % 2 ? data[i >> 1] : 0)} : {shape, data};
  }

  #lines() {
    if (!this.#decision) return [];
    const {vertices, offsets} = this.#decision.arrays;
    const tiles = new Polygons(vertices.data, offsets.data);
    const {shape, data} = this.#output();
    if (this.#classes()) return [{segments: decisionBoundary(tiles, data, shape[1]), label: 'decision', width: 2}];
    const first = data.filter((_, i) => i % shape[1] === 0);
    return levelLines(tiles, data, shape[1], 0, d3.ticks(d3.min(first), d3.max(first), LEVELS))
        .map(({level, segments}) => ({segments, label: level, width: level === 0 ? 2 : 1}));
  }

  #points() {
    const {samples} = this.#context;
    if (samples.features !== 2) return [];
    const {look} = coloring(samples.hasClasses ? 'class' : samples.hasTargets ? 'target' : 'nothing', samples, this.#rank);
    return samples.ids.map(id => ({id, at: Array.from(samples.inputOf(id)), color: look.color(id)}));
  }

  #hover(polygon, id, event) {
    pointed.set(new Set(id === null ? [] : [id]));
    if (id !== null) {
      tip.show(event, this.#context.samples.card(id, describeRank(this.#rank)(id)));
    } else if (polygon >= 0) {
      tip.show(event, this.#describe(polygon));
    } else {
      tip.hide();
    }
  }

  #describe(polygon) {
    const {rank, area, active, region} = this.#finding.arrays;
    return [
      `region ${polygon}`, rank && `rank ${rank.data[polygon]}`, active && `${active.data[polygon]} active units`,
      area && `area ${short(area.data[polygon])}`, region && `hash ${BigInt.asUintN(64, region.data[polygon]).toString(16)}`,
    ].filter(Boolean).join('\n');
  }

  #choose(ids, how) {
    cocycle.set(null);
    chosen.set(new Set(how === 'add' ? [...chosen.value, ...ids] : ids));
  }

  #table(polygons) {
    const {rank, active, area, region} = this.#finding.arrays;
    return {
      region: d3.range(polygons.count), ...(region && {hash: Array.from(region.data, String)}), ...(rank && {rank: Array.from(rank.data)}),
      ...(active && {active: Array.from(active.data)}), ...(area && {area: Array.from(area.data)}),
    };
  }
}
