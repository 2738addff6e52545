/** A persistence diagram. */
import {tip} from '../dom.js';
import {short} from '../format.js';
import {dimensionColor, dimensionSymbol} from './symbols.js';

const MARGIN = {top: 24, right: 12, bottom: 34, left: 46};
const MOST_SYMBOLS = 1500;
const RING_AREA = 150;

/**
 * Draws a diagram: a point a bar, those that never die on a line of their own at the top. The longest bars of each dimension can
 * be pointed at; of more than 1500 the short rest is drawn as dots.
 *
 * @param {Array<{dimension: number, birth: number, death: number, key: string, cycle: boolean}>} bars
 * @param {{point: function(?string), choose: function(string)}} hands what to do when one is pointed at, and chosen
 * @returns {{mark: function(?string), choose: function(?string)}} marks a bar, and shows one as chosen
 */
export function drawDiagram(figure, bars, hands = {point() {}, choose() {}}) {
  figure.table = () => ({dimension: bars.map(b => b.dimension), birth: bars.map(b => b.birth), death: bars.map(b => b.death)});
  const byKey = new Map(bars.map(bar => [bar.key, bar]));
  const marked = {pointed: null, chosen: null};
  let show = () => {};
  figure.draw(svg => {
    const scales = scalesOf(figure, bars);
    axes(svg, figure, scales);
    key(svg, figure, bars);
    const {long, short: rest} = parted(bars);
    dots(svg, rest, scales);
    symbols(svg, long, scales, hands);
    const rings = {chosen: ringIn(svg, 'chosen'), pointed: ringIn(svg, 'pointed')};
    show = kind => ring(rings[kind], byKey.get(marked[kind]), scales);
    Object.keys(rings).forEach(show);
  });
  return {
    mark(bar) { marked.pointed = bar; show('pointed'); },
    choose(bar) { marked.chosen = bar; show('chosen'); },
  };
}

/** A bar in words. */
export function describe(bar) {
  const life = Number.isFinite(bar.death) ? `dies at ${short(bar.death)}, lasts ${short(bar.death - bar.birth)}` : 'never dies';
  return `H${bar.dimension}: born at ${short(bar.birth)}, ${life}${bar.cycle ? '\nclick: mark the samples of its cocycle' : ''}`;
}

/** Bars by length, the longest first. */
export function byLength(one, other) {
  return length(other) - length(one) || one.birth - other.birth || 0;
}

function length(bar) {
  return Number.isFinite(bar.death) ? bar.death - bar.birth : Number.MAX_VALUE;
}

function parted(bars) {
  const sorted = [...bars].sort(byLength);
  return {long: sorted.slice(0, MOST_SYMBOLS).reverse(), short: sorted.slice(MOST_SYMBOLS)};
}

function scalesOf(figure, bars) {
  const most = d3.max(bars.flatMap(bar => [bar.birth, bar.death]).filter(Number.isFinite)) || 1;
  const x = d3.scaleLinear([0, most], [MARGIN.left, figure.width - MARGIN.right]).nice(5);
  const y = d3.scaleLinear(x.domain(), [figure.height - MARGIN.bottom, MARGIN.top + 8]);
  const forever = MARGIN.top - 8;
  return {x, y, forever, place: bar => `translate(${x(bar.birth)},${Number.isFinite(bar.death) ? y(bar.death) : forever})`};
}

function symbols(svg, bars, {place}, hands) {
  svg.append('g').selectAll('path').data(bars).join('path')
      .attr('d', bar => dimensionSymbol(bar.dimension)).attr('transform', place)
      .attr('fill', bar => dimensionColor(bar.dimension)).attr('fill-opacity', 0.78)
      .attr('stroke', bar => bar.cycle ? 'currentColor' : 'none').attr('stroke-width', 1)
      .attr('data-bar', bar => bar.key).attr('data-open', bar => bar.cycle ? '' : null)
      .on('pointerenter', (event, bar) => hands.point(bar.key))
      .on('pointermove', (event, bar) => tip.show(event, describe(bar)))
      .on('pointerleave', () => { tip.hide(); hands.point(null); })
      .on('click', (event, bar) => hands.choose(bar.key));
}

function dots(svg, bars, {x, y, forever}) {
  d3.group(bars, bar => bar.dimension).forEach((group, dimension) => svg.append('path')
      .attr('d', group.map(bar => `M${x(bar.birth).toFixed(1)},${(Number.isFinite(bar.death) ? y(bar.death) : forever).toFixed(1)}h0`).join(''))
      .attr('stroke', dimensionColor(dimension)).attr('stroke-width', 3).attr('stroke-linecap', 'round').attr('stroke-opacity', 0.6));
}

function ringIn(svg, kind) {
  return svg.append('path').attr('class', 'here').attr('data-mark', kind).attr('pointer-events', 'none').attr('stroke-width', 2);
}

function ring(mark, bar, {place}) {
  mark.attr('visibility', bar ? 'visible' : 'hidden').attr('data-bar-marked', bar?.key ?? null);
  if (bar) mark.attr('d', dimensionSymbol(bar.dimension, RING_AREA)).attr('transform', place(bar));
}

function axes(svg, figure, {x, y, forever}) {
  const [left, right] = x.range();
  svg.append('g').attr('class', 'axis').attr('transform', `translate(0,${figure.height - MARGIN.bottom})`).call(d3.axisBottom(x).ticks(5));
  svg.append('g').attr('class', 'axis').attr('transform', `translate(${left},0)`).call(d3.axisLeft(y).ticks(5));
  const top = x.domain()[1];
  svg.append('path').attr('fill-opacity', 0.5).attr('class', 'below').attr('fill', 'var(--faint)')
      .attr('d', `M${x(0)},${y(0)}L${x(top)},${y(top)}V${y(0)}Z`);
  svg.append('g').attr('class', 'axis').append('line').attr('x1', x(0)).attr('y1', y(0)).attr('x2', x(top)).attr('y2', y(top));
  svg.append('g').attr('class', 'axis').append('line').attr('stroke-dasharray', '3 3')
      .attr('x1', left).attr('x2', right).attr('y1', forever).attr('y2', forever);
  svg.append('text').attr('class', 'quiet').attr('x', left - 9).attr('y', forever + 4).attr('text-anchor', 'end').text('∞');
  svg.append('text').attr('class', 'quiet').attr('x', right).attr('y', figure.height - 4).attr('text-anchor', 'end').text('birth');
  svg.append('text').attr('class', 'quiet').attr('text-anchor', 'end').attr('transform', `translate(11,${MARGIN.top + 8}) rotate(-90)`).text('death');
}

/** Below the diagonal there is never a bar, and room to say what is what. */
function key(svg, figure, bars) {
  const counts = d3.rollups(bars, group => group.length, bar => bar.dimension).sort((a, b) => a[0] - b[0]);
  const rows = svg.append('g').selectAll('g').data(counts).join('g').attr('transform', (_, i) =>
    `translate(${figure.width - MARGIN.right - 78},${figure.height - MARGIN.bottom - 12 - 17 * (counts.length - 1 - i)})`);
  rows.append('path').attr('d', ([dimension]) => dimensionSymbol(dimension)).attr('transform', 'translate(0,-4)')
      .attr('fill', ([dimension]) => dimensionColor(dimension));
  rows.append('text').attr('x', 10).text(([dimension, count]) => `H${dimension}: ${count}`);
}
