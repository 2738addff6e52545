/** A barcode. */
import {tip} from '../dom.js';
import {byLength, describe} from './diagram.js';
import {dimensionColor} from './symbols.js';

const MARGIN = {top: 8, right: 18, bottom: 34, left: 40};
const GAP = 12;
const THICKEST = 9;
const MOST_RECTANGLES = 3000;

/**
 * Draws a barcode: a bar a class from its birth to its death, dimension below dimension, earlier births first.
 *
 * @param {Array<{dimension: number, birth: number, death: number, key: string, cycle: boolean}>} bars
 * @param {number} most how many of each dimension, the longest
 * @param {{point: function(?string), choose: function(string)}} hands what to do when one is pointed at, and chosen
 * @returns {{mark: function(?string), choose: function(?string)}} marks a bar, and shows one as chosen
 */
export function drawBarcode(figure, bars, most, hands = {point() {}, choose() {}}) {
  const rows = rowsOf(bars, most);
  figure.table = () => ({dimension: rows.shown.map(b => b.dimension), birth: rows.shown.map(b => b.birth), death: rows.shown.map(b => b.death)});
  const rowOf = new Map(rows.shown.map((bar, row) => [bar.key, row]));
  const marked = {pointed: null, chosen: null};
  let show = () => {};
  figure.draw(svg => {
    const scales = scalesOf(figure, bars, rows);
    axis(svg, figure, scales.x);
    rows.groups.forEach(group => labels(svg, group, scales));
    (rows.shown.length > MOST_RECTANGLES ? lines : rectangles)(svg, rows, scales);
    arrows(svg, rows, scales);
    const frames = {chosen: frameIn(svg, 'chosen'), pointed: frameIn(svg, 'pointed')};
    show = kind => frame(frames[kind], rowOf.get(marked[kind]), rows, scales);
    Object.keys(frames).forEach(show);
    follow(svg, figure, rows, scales, hands);
  });
  return {
    mark(bar) { marked.pointed = bar; show('pointed'); },
    choose(bar) { marked.chosen = bar; show('chosen'); },
  };
}

function rowsOf(bars, most) {
  const groups = d3.groups(bars, bar => bar.dimension).sort((one, other) => one[0] - other[0]).map(([dimension, all]) => ({
    dimension, total: all.length,
    bars: [...all].sort(byLength).slice(0, most).sort((one, other) => one.birth - other.birth || one.death - other.death),
  }));
  let first = 0;
  groups.forEach((group, place) => {
    Object.assign(group, {first, place});
    first += group.bars.length;
  });
  return {groups, shown: groups.flatMap(group => group.bars), group: row => groups.findLast(group => group.first <= row)};
}

function scalesOf(figure, bars, rows) {
  const latest = d3.max(bars.flatMap(bar => [bar.birth, bar.death]).filter(Number.isFinite)) || 1;
  const x = d3.scaleLinear([0, latest], [MARGIN.left, figure.width - MARGIN.right]);
  const room = figure.height - MARGIN.top - MARGIN.bottom - GAP * Math.max(0, rows.groups.length - 1);
  const pitch = Math.min(THICKEST / 0.7, room / Math.max(1, rows.shown.length));
  const top = (row, group) => MARGIN.top + pitch * row + GAP * group.place;
  return {
    x, pitch, thickness: Math.max(Math.min(pitch, 1), pitch * 0.7), top,
    right: bar => Number.isFinite(bar.death) ? x(bar.death) : figure.width - MARGIN.right + 6,
    rowAt(y) {
      const group = rows.groups.findLast(each => y >= top(each.first, each) - GAP / 2);
      if (!group) return null;
      const row = Math.floor((y - MARGIN.top - GAP * group.place) / pitch);
      return row >= group.first && row < group.first + group.bars.length ? row : null;
    },
  };
}

function rectangles(svg, rows, {x, top, right, thickness}) {
  svg.append('g').selectAll('rect').data(rows.shown).join('rect')
      .attr('x', bar => x(bar.birth)).attr('y', (bar, row) => top(row, rows.group(row)))
      .attr('width', bar => Math.max(0.8, right(bar) - x(bar.birth))).attr('height', thickness)
      .attr('fill', bar => dimensionColor(bar.dimension)).attr('fill-opacity', bar => bar.cycle ? 1 : 0.78)
      .attr('data-bar', bar => bar.key).attr('data-infinite', bar => Number.isFinite(bar.death) ? null : '');
}

function lines(svg, rows, {x, top, right, thickness}) {
  rows.groups.forEach(group => svg.append('path')
      .attr('d', group.bars.map((bar, i) =>
        `M${x(bar.birth).toFixed(1)},${(top(group.first + i, group) + thickness / 2).toFixed(2)}H${right(bar).toFixed(1)}`).join(''))
      .attr('stroke', dimensionColor(group.dimension)).attr('stroke-width', thickness).attr('data-lines', group.bars.length));
}

/** Bars that never end run into the margin and end in an arrow. */
function arrows(svg, rows, {top, right, thickness}) {
  rows.shown.forEach((bar, row) => {
    if (Number.isFinite(bar.death)) return;
    const middle = top(row, rows.group(row)) + thickness / 2;
    const half = Math.max(3, thickness * 0.8);
    svg.append('path').attr('fill', dimensionColor(bar.dimension)).attr('data-arrow', bar.key)
        .attr('d', `M${right(bar)},${middle - half}l${half * 1.3},${half}l${-half * 1.3},${half}Z`);
  });
}

function labels(svg, group, {top, pitch}) {
  const from = top(group.first, group);
  const to = from + pitch * group.bars.length;
  svg.append('line').attr('x1', MARGIN.left - 6).attr('x2', MARGIN.left - 6).attr('y1', from).attr('y2', to)
      .attr('stroke', dimensionColor(group.dimension)).attr('stroke-width', 2);
  svg.append('text').attr('x', MARGIN.left - 12).attr('y', (from + to) / 2 + 4).attr('text-anchor', 'end').text(`H${group.dimension}`);
}

function axis(svg, figure, x) {
  svg.append('g').attr('class', 'axis').attr('transform', `translate(0,${figure.height - MARGIN.bottom})`).call(d3.axisBottom(x).ticks(5));
  svg.append('text').attr('class', 'quiet').attr('x', figure.width - MARGIN.right).attr('y', figure.height - 4).attr('text-anchor', 'end').text('scale');
}

function follow(svg, figure, rows, scales, hands) {
  const at = event => rows.shown[scales.rowAt(d3.pointer(event)[1])];
  let shown = null;
  const point = (event, bar) => {
    if (bar) tip.show(event, describe(bar)); else tip.hide();
    if (bar?.key !== shown) hands.point(bar?.key ?? null);
    shown = bar?.key;
  };
  svg.append('rect').attr('fill', 'transparent').attr('width', figure.width).attr('height', figure.height - MARGIN.bottom)
      .on('pointermove', event => point(event, at(event)))
      .on('pointerleave', event => point(event, null))
      .on('click', event => { if (at(event)) hands.choose(at(event).key); });
}

function frameIn(svg, kind) {
  return svg.append('rect').attr('class', 'here').attr('data-mark', kind).attr('pointer-events', 'none').attr('stroke-width', 1.6).attr('rx', 2);
}

function frame(mark, row, rows, {x, top, right, thickness}) {
  const bar = rows.shown[row];
  mark.attr('visibility', bar ? 'visible' : 'hidden').attr('data-bar-marked', bar?.key ?? null);
  if (!bar) return;
  mark.attr('x', x(bar.birth) - 2).attr('width', Math.max(1, right(bar) - x(bar.birth)) + 4)
      .attr('y', top(row, rows.group(row)) - 2).attr('height', thickness + 4);
}
