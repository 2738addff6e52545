/** Scalars of probes: which tell most, and what they are called. */
import {words} from '../format.js';

/** Scalars that are looked at first, most telling first. */
const TELLING = ['rank_mean', 'collapsed_share', 'betti_0', 'betti_1', 'h0_count', 'h1_count', 'h1_total_persistence', 'h1_max_persistence',
  'h0_total_persistence', 'regions', 'dimension', 'intrinsic_dimension', 'two_nn', 'purity', 'mst_length', 'h0_entropy', 'h1_entropy'];
const NAMES = {h: 'H', rank: 'rank'};

/**
 * All scalars of a run's probes, the most telling first.
 *
 * @param {Array<{probe: string, scalars: string[]}>} probes
 * @returns {Array<{probe: string, scalar: string}>}
 */
export function scalarsOf(probes) {
  const all = probes.flatMap(({probe, scalars}) => scalars.map(scalar => ({probe, scalar})));
  const rank = ({scalar}) => TELLING.indexOf(scalar) + 1 || TELLING.length + 1;
  return all.map((each, i) => [each, i]).sort((a, b) => rank(a[0]) - rank(b[0]) || a[1] - b[1]).map(([each]) => each);
}

/** A scalar in words: `h1_total_persistence` as `H1 total persistence`. */
export function scalarWords(scalar) {
  return words(scalar).replace(/^([a-z])(\d+) /, (_, letter, digit) => `${NAMES[letter] ?? letter}${digit} `);
}

/** The one asked for, or else the most telling one. */
export function pick(all, probe, scalar) {
  return all.find(each => each.probe === probe && each.scalar === scalar)
      ?? all.find(each => each.probe === probe) ?? all.find(each => each.scalar === scalar) ?? all[0];
}
