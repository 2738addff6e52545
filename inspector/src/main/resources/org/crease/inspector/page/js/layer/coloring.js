/** How samples are coloured: by what they are, or by what the network does with them. */
import {sequential, series} from '../colors.js';
import {short} from '../format.js';

const MOST_REGIONS = 8;
const GREY = '#9aa3ad';

/** What samples can be coloured by, given what is known of them. */
export function colorings(samples, rank) {
  return [
    samples.hasClasses && 'class', samples.hasTargets && 'target',
    rank && 'rank', rank?.arrays.region && 'region', rank?.arrays.active && 'active units', 'nothing',
  ].filter(Boolean);
}

/**
 * A coloring.
 *
 * @param {string} wanted one of {@link colorings}; another stands for the first
 * @param {?Object} rank the layer's finding with `rank` by `id`
 * @returns {{name: string, look: {color: function(number): string, legend: ?Object}}}
 */
export function coloring(wanted, samples, rank) {
  const options = colorings(samples, rank);
  const name = options.includes(wanted) ? wanted : options[0];
  const makers = {
    class: () => byClass(samples),
    target: () => byNumber('target', samples.ids, id => samples.targetOf(id)),
    rank: () => byArray('rank', rank, 'rank'),
    'active units': () => byArray('active', rank, 'active units'),
    region: () => byRegion(rank),
    nothing: () => ({color: () => series(0), legend: null}),
  };
  return {name, look: makers[name]()};
}

/** What is known of a sample in a layer, in words. */
export function describeRank(rank) {
  if (!rank) return () => [];
  const rows = rowsOf(rank);
  return id => rows.has(id) ? [
    `rank ${rank.arrays.rank.data[rows.get(id)]}`,
    rank.arrays.active ? `${rank.arrays.active.data[rows.get(id)]} active units` : null,
  ].filter(Boolean) : [];
}

/** The finding that has ranks by sample. */
export function rankFinding(findings) {
  return findings.find(({arrays}) => arrays.rank && arrays.id?.shape[0] === arrays.rank.shape[0]) ?? null;
}

function rowsOf({arrays}) {
  return new Map(Array.from(arrays.id.data, (id, row) => [id, row]));
}

function byClass(samples) {
  const present = [...new Set(samples.ids.map(id => samples.classOf(id)))].sort((a, b) => a - b);
  return {
    color: id => samples.classOf(id) === null ? GREY : series(samples.classOf(id)),
    legend: {title: 'class', items: present.map(number => ({label: samples.className(number), color: series(number)}))},
  };
}

function byArray(array, rank, title) {
  const rows = rowsOf(rank);
  return byNumber(title, [...rows.keys()], id => rank.arrays[array].data[rows.get(id)] ?? null);
}

function byNumber(title, ids, valueOf) {
  const [low = 0, high = 1] = d3.extent(ids.map(valueOf));
  const scale = sequential(low, high);
  return {
    color: id => valueOf(id) === null || valueOf(id) === undefined ? GREY : scale(valueOf(id)),
    legend: {title, scale, low, high},
  };
}

/** The regions of most samples each have a colour; samples alone in theirs are grey. */
function byRegion(rank) {
  const rows = rowsOf(rank);
  const regions = rank.arrays.region.data;
  const sizes = d3.rollups(Array.from(regions, String), group => group.length, region => region)
      .filter(([, size]) => size > 1).sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1));
  const colors = new Map(sizes.map(([region], i) => [region, i < MOST_REGIONS ? series(i) : hashed(region)]));
  return {
    color: id => colors.get(String(regions[rows.get(id)])) ?? GREY,
    legend: {title: 'region', items: [
      ...sizes.slice(0, MOST_REGIONS).map(([, size], i) => ({label: `${short(size)} inputs`, color: series(i)})),
      {label: sizes.length > MOST_REGIONS ? `${sizes.length - MOST_REGIONS} more; alone` : 'alone in theirs', color: GREY},
    ]},
  };
}

/** A colour of a region's own, the same at every step. */
function hashed(region) {
  const hue = Number(BigInt.asUintN(64, BigInt(region)) % 360n);
  return d3.hcl(hue, 38, 68).formatHex();
}
