/** A finding with bars: its diagram, its barcode and its Betti curves, which point at each other. */
import {element, say} from '../dom.js';
import {bytes} from '../source.js';
import {Shared, chooseNothing, chosen, cocycle} from '../selection.js';
import {drawDiagram} from '../figures/diagram.js';
import {drawBarcode} from '../figures/barcode.js';
import {drawBetti} from '../figures/betti.js';
import {barsOf, bettiOf, cocycleEdges} from './bars.js';

const LONGEST = 40;
const HOW = 'set representatives in the topology probe to get cocycles';

export class BarsPart {
  #context;
  #finding = null;
  #bars = [];
  #all = false;
  #pointed = new Shared(null);
  #marks = [];

  /** Whether a finding has something to show here. */
  static shows({arrays}) {
    return barsOf(arrays).length > 0;
  }

  constructor(context, probe, among) {
    this.#context = context;
    const title = text => among > 1 ? `${text} (${probe})` : text;
    this.diagram = context.figure('diagram', title('Persistence diagram'), probe, 'small');
    this.barcode = context.figure('barcode', title('Barcode'), probe, 'small');
    this.betti = context.figure('betti', title('Betti curves'), probe, 'small');
    this.more = element('button', {class: 'small', type: 'button', on: {click: () => this.#toggle()}});
    this.barcode.choices.append(this.more);
    [this.diagram, this.barcode, this.betti].forEach(figure => figure.offerArrays(() => bytes('arrays', this.#finding.where)));
    this.small = [this.diagram.node, this.barcode.node, this.betti.node];
    this.large = [];
    this.stop = [
      this.#pointed.on(key => this.#marks.forEach(marks => marks.mark(key))),
      cocycle.on(() => this.#showChosen()),
    ];
  }

  update(finding) {
    this.#finding = finding;
    this.#bars = barsOf(finding.arrays);
    this.#context.name(this.diagram, 'diagram', finding.probe);
    this.#context.name(this.barcode, 'barcode', finding.probe);
    this.#context.name(this.betti, 'betti', finding.probe);
    this.#draw();
    this.#restore();
  }

  #draw() {
    const hands = {point: key => this.#pointed.set(key), choose: key => this.#choose(key)};
    this.#marks = [drawDiagram(this.diagram, this.#bars, hands), drawBarcode(this.barcode, this.#bars, this.#all ? Infinity : LONGEST, hands)];
    const most = d3.max(d3.rollup(this.#bars, group => group.length, bar => bar.dimension).values());
    this.more.hidden = most <= LONGEST;
    this.more.textContent = this.#all ? `the ${LONGEST} longest` : `show all ${this.#bars.length}`;
    this.more.setAttribute('aria-pressed', this.#all);
    this.barcode.say(most > LONGEST && !this.#all ? `The ${LONGEST} longest of each dimension, of ${this.#bars.length} in all.` : '');
    this.diagram.say(this.#bars.some(bar => bar.cycle) ? 'Click an outlined bar: its cocycle\'s samples are marked.' : `No cocycles: ${HOW}.`);
    const betti = bettiOf(this.#finding.arrays);
    this.betti.node.hidden = !betti;
    if (betti) drawBetti(this.betti, betti.grid, betti.curves);
    this.#showChosen();
  }

  #toggle() {
    this.#all = !this.#all;
    this.#draw();
  }

  #choose(key) {
    const edges = cocycleEdges(this.#finding.arrays, key);
    if (!edges) {
      say(`this bar has no cocycle; ${HOW}`);
    } else if (cocycle.value?.key === this.#global(key)) {
      chooseNothing();
    } else {
      cocycle.set({key: this.#global(key), edges});
      chosen.set(new Set(edges.flat()));
    }
  }

  /** Chooses the bar that the address names, once its finding is there. */
  #restore() {
    const wanted = this.#bars.find(bar => this.#global(bar.key) === this.#context.wanted.bar);
    if (!wanted) return;
    this.#context.wanted.bar = null;
    if (cocycle.value?.key !== this.#global(wanted.key)) this.#choose(wanted.key);
  }

  #showChosen() {
    const key = this.#bars.find(bar => this.#global(bar.key) === cocycle.value?.key)?.key ?? null;
    this.#marks.forEach(marks => marks.choose(key));
  }

  #global(key) {
    return [this.#context.layer, this.#finding.probe, key].join('|');
  }
}
