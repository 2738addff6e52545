/** A Mapper graph: clusters of samples, joined where they share some. */
import {tip} from '../dom.js';
import {bytes} from '../source.js';
import {chosen, cocycle, pointed} from '../selection.js';
import {sequential, series} from '../colors.js';
import {short} from '../format.js';
import {drawGraph} from '../figures/graph.js';
import {Chooser} from './chooser.js';

export class GraphPart {
  #context;
  #finding = null;
  #members = [];
  #by = 'class';

  /** Whether a finding has something to show here. */
  static shows({arrays}) {
    return arrays.node_size !== undefined && arrays.edges !== undefined && arrays.node_size.data.length > 0;
  }

  constructor(context, probe, among) {
    this.#context = context;
    this.figure = context.figure('graph', among > 1 ? `Mapper graph (${probe})` : 'Mapper graph', probe, 'large');
    this.chooser = new Chooser(this.figure.choices, 'colour', by => {
      this.#by = by;
      this.update(this.#finding);
    });
    this.figure.offerArrays(() => bytes('arrays', this.#finding.where));
    this.small = [];
    this.large = [this.figure.node];
    this.stop = [chosen.on(() => this.#mark()), pointed.on(() => this.#mark())];
  }

  update(finding) {
    this.#finding = finding;
    this.#context.name(this.figure, 'graph', finding.probe);
    const {node_size: sizes, edges, member_offsets: offsets, members} = finding.arrays;
    this.#offer();
    const {color, legend} = this.#look();
    this.#members = offsets && members ? d3.range(sizes.data.length).map(node => Array.from(members.data.subarray(offsets.data[node], offsets.data[node + 1]))) : [];
    const nodes = Array.from(sizes.data, (size, index) => ({index, size, color: color(index)}));
    const joined = d3.range(edges.data.length / 2).map(edge => [edges.data[2 * edge], edges.data[2 * edge + 1]]);
    this.marks = drawGraph(this.figure, nodes, joined, legend, {
      point: (node, event) => this.#point(node, event), choose: (node, how) => this.#choose(node, how),
    });
    this.figure.say(`${nodes.length} nodes, ${joined.length} edges. Larger nodes have more samples.`);
    this.#mark();
  }

  #offer() {
    const {node_class: classes, node_purity: purity} = this.#finding.arrays;
    this.chooser.offer(classes && purity ? ['class', 'purity'] : [], this.#by);
  }

  #look() {
    const {node_class: classes, node_purity: purity} = this.#finding.arrays;
    const {samples} = this.#context;
    if (classes && (this.#by === 'class' || !purity)) {
      const present = [...new Set(classes.data)].sort((one, other) => one - other);
      return {color: node => series(classes.data[node]), legend: {title: 'class', items: present.map(number => ({label: samples.className(number), color: series(number)}))}};
    }
    if (purity) {
      const scale = sequential(0, 1);
      return {color: node => scale(purity.data[node]), legend: {title: 'purity', scale, low: 0, high: 1}};
    }
    return {color: () => series(0), legend: null};
  }

  #point(node, event) {
    pointed.set(new Set(this.#members[node] ?? []));
    if (node === null) tip.hide(); else tip.show(event, this.#describe(node));
  }

  #describe(node) {
    const {node_size: sizes, node_class: classes, node_purity: purity} = this.#finding.arrays;
    return [
      `${sizes.data[node]} samples`, classes && `most are ${this.#context.samples.className(classes.data[node])}`, purity && `purity ${short(purity.data[node])}`,
      this.#members.length ? 'click: mark them' : null,
    ].filter(Boolean).join('\n');
  }

  #choose(node, how) {
    cocycle.set(null);
    chosen.set(new Set([...(how === 'add' ? chosen.value : []), ...(this.#members[node] ?? [])]));
  }

  #mark() {
    const share = node => this.#members[node]?.length ? this.#members[node].filter(id => chosen.value.has(id)).length / this.#members[node].length : 0;
    this.marks?.mark(share, node => pointed.value.size === 1 && (this.#members[node] ?? []).some(id => pointed.value.has(id)));
  }
}
