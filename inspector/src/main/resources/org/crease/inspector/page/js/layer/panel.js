/** One layer: all figures that its findings give, and its numbers. */
import {element} from '../dom.js';
import {Figure} from '../figure.js';
import {BarsPart} from './bars-part.js';
import {CloudPart} from './cloud-part.js';
import {GraphPart} from './graph-part.js';
import {RanksPart} from './ranks-part.js';
import {RegionsPart} from './regions-part.js';
import {colorings, rankFinding} from './coloring.js';
import {findingsOf, summariesOf} from './findings.js';
import {projectionHint} from './hints.js';
import {summaryCard} from './summary.js';

const PARTS = [BarsPart, CloudPart, RegionsPart, GraphPart, RanksPart];
const FLAT = 2;
const SPACE = 3;

export class Panel {
  #context;
  #parts = new Map();
  #shown = [];
  #rank = null;
  #turn = 0;

  /**
   * @param {Object} view `run` (what the server says of it), `replay`, `samples`, `outline()`, `size`, `color()`; `wanted.bar` is what the
   *     address asks for until it is there
   * @param {string} layer
   * @param {?function()} close what its cross does; null where it is the only one
   */
  constructor(view, layer, close) {
    this.layer = layer;
    this.#context = {
      ...view, layer, color: view.color, wanted: view.wanted,
      figure: (kind, title, probe, room) => this.#figure(kind, title, probe, room), name: (figure, kind, probe) => this.#name(figure, kind, probe),
    };
    this.small = element('div', {class: 'small-figures'});
    this.large = element('div', {class: 'large-figures'});
    this.cards = element('div', {class: 'summaries'});
    this.node = element('section', {class: 'layer', 'data-layer': layer, 'aria-label': layer},
        close ? element('header', {}, element('h2', {}, layer), element('button', {class: 'small', type: 'button', title: 'Close this layer', on: {click: close}}, '✕')) : null,
        element('div', {class: 'layer-body'}, element('div', {class: 'layer-left'}, this.small, this.cards), this.large));
  }

  /** Names of what samples can be coloured by here. */
  get colorings() {
    return colorings(this.#context.samples, this.#rank);
  }

  /** Shows a step; of two that are asked for at once, the later one. */
  async show(step) {
    const turn = ++this.#turn;
    const {run, replay, lastLayer} = this.#context;
    const {steps} = this.#context.outline();
    const before = steps[steps.indexOf(step) - 1];
    const [findings, earlier, last] = await Promise.all([
      findingsOf(run.run, replay, step, this.layer),
      before === undefined ? [] : summariesOf(run.run, replay, before, this.layer),
      this.layer === lastLayer ? null : this.#decisions(step),
    ]);
    if (turn !== this.#turn) return;
    this.step = step;
    this.#rank = rankFinding(findings);
    this.#update(findings, last ?? findings);
    this.#lay(findings, earlier);
  }

  /** Colours samples by another thing. */
  recolor() {
    this.#shown.forEach(part => part.recolor?.(this.#rank));
  }

  close() {
    this.#turn++;
    this.#parts.forEach(part => part.stop.forEach(stop => stop()));
  }

  /** What the last layer's partition knows of the output; asked for only where regions are to be drawn. */
  async #decisions(step) {
    const {run, replay, lastLayer} = this.#context;
    return this.#context.outline().partitions ? findingsOf(run.run, replay, step, lastLayer) : [];
  }

  #update(findings, last) {
    this.#shown = [];
    this.#context.many = [CloudPart, RegionsPart, GraphPart].filter(Part => findings.some(Part.shows)).length > 1;
    for (const Part of PARTS) {
      const own = findings.filter(finding => Part.shows(finding));
      for (const finding of own) {
        const part = this.#part(Part, finding.probe, own.length);
        const decision = last.find(other => other.probe === finding.probe) ?? null;
        part.update(finding, this.#rank, decision);
        this.#shown.push(part);
      }
    }
    if (!findings.some(CloudPart.shows) && [FLAT, SPACE].includes(this.#context.samples.features)) {
      const part = this.#part(CloudPart, null, 1);
      part.update(null, this.#rank);
      this.#shown.push(part);
    }
  }

  #part(Part, probe, among) {
    const key = `${PARTS.indexOf(Part)}/${probe}/${among > 1}`;
    if (!this.#parts.has(key)) this.#parts.set(key, new Part(this.#context, probe, among));
    return this.#parts.get(key);
  }

  #lay(findings, earlier) {
    const large = this.#shown.flatMap(part => part.large);
    const hint = findings.some(CloudPart.shows) ? [] : [projectionHint(this.#context.run)];
    refill(this.small, this.#shown.flatMap(part => part.small));
    refill(this.large, [...large, ...hint]);
    const none = findings.length ? [] : [element('p', {class: 'card quiet'}, `No probe looked at ${this.layer} at this step.`)];
    this.cards.replaceChildren(...none, ...findings.map(finding =>
      summaryCard(finding, earlier.find(other => other.probe === finding.probe)?.summary, this.#context.run.run)));
  }

  #figure(kind, title, probe, room) {
    const {size, many} = this.#context;
    const [width, height] = size[room === 'large' && many ? 'shared' : room].map(Math.round);
    const figure = new Figure({title, name: this.#stem(kind, probe), width, height});
    figure.node.setAttribute('data-kind', kind);
    return figure;
  }

  #name(figure, kind, probe) {
    figure.name = this.#stem(kind, probe);
  }

  #stem(kind, probe) {
    return [this.#context.run.run, this.step, this.layer, probe, kind].filter(part => part !== undefined).join('-');
  }
}

/** Puts nodes into a box, touching nothing when they are there already: what has the focus or is dragged stays so. */
function refill(box, nodes) {
  if (nodes.length !== box.children.length || nodes.some((node, i) => node !== box.children[i])) box.replaceChildren(...nodes);
}
