/** A finding with ranks: how many inputs have which. */
import {bytes} from '../source.js';
import {chosen, cocycle} from '../selection.js';
import {short} from '../format.js';
import {drawHistogram} from '../figures/histogram.js';

export class RanksPart {
  #finding = null;

  /** Whether a finding has something to show here. */
  static shows({arrays}) {
    return strataOf(arrays).length > 0 && !arrays.vertices;
  }

  constructor(context, probe, among) {
    this.context = context;
    this.figure = context.figure('ranks', among > 1 ? `Ranks (${probe})` : 'Ranks', probe, 'small');
    this.figure.offerArrays(() => bytes('arrays', this.#finding.where));
    this.small = [this.figure.node];
    this.large = [];
    this.stop = [];
  }

  update(finding) {
    this.#finding = finding;
    this.context.name(this.figure, 'ranks', finding.probe);
    drawHistogram(this.figure, strataOf(finding.arrays), rank => this.#choose(rank));
    const share = Number(finding.summary.collapsed_share);
    const known = finding.summary.collapsed_share !== undefined && Number.isFinite(share);
    this.figure.say(known ? `${short(100 * share)} % of the inputs have collapsed.` : '');
  }

  #choose(rank) {
    const {id, rank: ranks} = this.#finding.arrays;
    if (!id || !ranks) return;
    cocycle.set(null);
    chosen.set(new Set(Array.from(id.data).filter((_, i) => ranks.data[i] === rank)));
  }
}

/** Ranks with their numbers of inputs, from the lowest. */
function strataOf({strata_rank: ranks, strata_count: counts, rank, collapsed}) {
  const found = ranks && counts ? d3.zip(Array.from(ranks.data), Array.from(counts.data))
    : rank ? d3.rollups(Array.from(rank.data), group => group.length, each => each) : [];
  const low = new Set(collapsed ? Array.from(rank.data).filter((_, i) => collapsed.data[i]) : []);
  return found.sort((one, other) => one[0] - other[0]).map(([value, count]) => ({rank: value, count, collapsed: low.has(value)}));
}
