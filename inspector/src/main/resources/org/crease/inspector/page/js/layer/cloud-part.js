/** The cloud of a layer: what a projection found, or the input plane itself. */
import {element, tip} from '../dom.js';
import {bytes} from '../source.js';
import {chosen, cocycle, pointed} from '../selection.js';
import {short} from '../format.js';
import {Cloud} from '../figures/cloud.js';
import {coloring, describeRank} from './coloring.js';

export class CloudPart {
  #context;
  #cloud;
  #finding = null;
  #describe = () => [];
  #shown = null;

  /** Whether a finding has something to show here. */
  static shows({arrays}) {
    return arrays.coordinates !== undefined && arrays.ids !== undefined && arrays.coordinates.shape[1] >= 2;
  }

  /** @param {?string} probe null for the input plane */
  constructor(context, probe, among) {
    this.#context = context;
    this.figure = context.figure('cloud', probe === null ? 'Input space' : among > 1 ? `Cloud (${probe})` : 'Cloud', probe ?? 'input', 'large');
    if (probe !== null) this.figure.offerArrays(() => bytes('arrays', this.#finding.where));
    this.#cloud = new Cloud(this.figure, {point: (id, event) => this.#point(id, event), choose: (ids, how) => this.#choose(ids, how)});
    this.figure.choices.append(this.#lasso(),
        element('button', {class: 'small', type: 'button', title: 'Look from where one looked at first (double click)', on: {click: () => this.#cloud.reset()}}, 'reset'));
    this.small = [];
    this.large = [this.figure.node];
    const mark = () => this.#cloud.mark({chosen: chosen.value, pointed: pointed.value, edges: cocycle.value?.edges ?? []});
    this.stop = [chosen.on(mark), pointed.on(mark), cocycle.on(mark)];
    mark();
  }

  update(finding, rank) {
    this.#finding = finding;
    this.#describe = describeRank(rank);
    this.#context.name(this.figure, 'cloud', finding?.probe ?? 'input');
    const {samples} = this.#context;
    const coordinates = finding?.arrays.coordinates ?? samples.inputs;
    const axes = d3.range(Math.min(3, coordinates.shape[1])).map(axis => finding ? `c${axis + 1}` : `x${axis + 1}`);
    this.#shown = {ids: finding ? Array.from(finding.arrays.ids.data) : samples.ids, coordinates, axes};
    this.recolor(rank);
    this.figure.say(finding ? variance(finding.summary) : 'Inputs as they are, the same at every step and in every layer.');
  }

  /** Colours by another thing. */
  recolor(rank) {
    const {ids, coordinates, axes} = this.#shown;
    this.#cloud.show(ids, coordinates, coloring(this.#context.color(), this.#context.samples, rank).look, axes);
  }

  #lasso() {
    const button = element('button', {class: 'small', type: 'button', 'aria-pressed': 'false', title: 'Dragging draws a lasso (or hold shift)', on: {click: () => {
      const lasso = this.figure.svg.attr('data-lasso') === null;
      this.figure.svg.attr('data-lasso', lasso ? '' : null);
      button.setAttribute('aria-pressed', lasso);
    }}}, 'lasso');
    return button;
  }

  #point(id, event) {
    pointed.set(new Set(id === null ? [] : [id]));
    if (id === null) tip.hide(); else tip.show(event, this.#context.samples.card(id, this.#describe(id)));
  }

  #choose(ids, how) {
    cocycle.set(null);
    if (how === 'replace') {
      chosen.set(new Set(ids));
    } else {
      const next = new Set(chosen.value);
      const drop = ids.every(id => next.has(id));
      ids.forEach(id => { if (drop) next.delete(id); else next.add(id); });
      chosen.set(next);
    }
  }
}

function variance(summary) {
  const axes = [1, 2, 3].map(axis => summary[`explained_${axis}`]).filter(share => share !== undefined && Number.isFinite(Number(share)));
  if (!Number.isFinite(Number(summary.explained)) || summary.explained === undefined) return '';
  return `${short(Math.round(1000 * summary.explained) / 10)} % of the variance (${axes.map(share => short(Math.round(1000 * share) / 10)).join(', ')}).`;
}
