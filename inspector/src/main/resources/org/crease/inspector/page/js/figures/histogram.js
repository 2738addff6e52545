/** How many inputs have which rank. */
import {tip} from '../dom.js';
import {series} from '../colors.js';

const MARGIN = {top: 20, right: 12, bottom: 34, left: 50};
const NARROWEST_WITH_NUMBERS = 22;

/**
 * Draws a histogram of ranks. Ranks that count as collapsed have another colour and a word above.
 *
 * @param {Array<{rank: number, count: number, collapsed: boolean}>} strata
 * @param {function(number)} choose what to do when a rank is clicked
 */
export function drawHistogram(figure, strata, choose = () => {}) {
  figure.table = () => ({rank: strata.map(s => s.rank), count: strata.map(s => s.count), collapsed: strata.map(s => Number(s.collapsed))});
  figure.draw(svg => {
    const [low, high] = d3.extent(strata, stratum => stratum.rank);
    const x = d3.scaleBand(d3.range(low, high + 1), [MARGIN.left, figure.width - MARGIN.right]).padding(high - low > 60 ? 0 : 0.15);
    const y = d3.scaleLinear([0, d3.max(strata, stratum => stratum.count) || 1], [figure.height - MARGIN.bottom, MARGIN.top]);
    axes(svg, figure, x, y);
    bars(svg, strata, x, y, choose);
    collapse(svg, strata, x, figure);
  });
}

function axes(svg, figure, x, y) {
  const every = Math.max(1, Math.ceil(x.domain().length / 12));
  svg.append('g').attr('class', 'grid').selectAll('line').data(y.ticks(5)).join('line')
      .attr('x1', MARGIN.left).attr('x2', figure.width - MARGIN.right).attr('y1', y).attr('y2', y);
  svg.append('g').attr('class', 'axis').attr('transform', `translate(0,${figure.height - MARGIN.bottom})`)
      .call(d3.axisBottom(x).tickValues(x.domain().filter((_, i) => i % every === 0)).tickSizeOuter(0));
  svg.append('g').attr('class', 'axis').attr('transform', `translate(${MARGIN.left},0)`).call(d3.axisLeft(y).ticks(5, 'd'));
  svg.append('text').attr('class', 'quiet').attr('x', figure.width - MARGIN.right).attr('y', figure.height - 4).attr('text-anchor', 'end').text('rank');
  svg.append('text').attr('class', 'quiet').attr('text-anchor', 'end').attr('transform', `translate(11,${MARGIN.top}) rotate(-90)`).text('inputs');
}

function bars(svg, strata, x, y, choose) {
  const width = Math.max(1, x.bandwidth());
  svg.append('g').selectAll('rect').data(strata).join('rect')
      .attr('x', s => x(s.rank)).attr('width', width).attr('y', s => y(s.count)).attr('height', s => y(0) - y(s.count))
      .attr('fill', s => series(s.collapsed ? 1 : 0)).attr('fill-opacity', 0.85)
      .attr('data-rank', s => s.rank).attr('data-count', s => s.count).attr('data-collapsed', s => s.collapsed ? '' : null).attr('data-open', '')
      .on('pointermove', (event, s) => tip.show(event, `rank ${s.rank}: ${s.count} inputs${s.collapsed ? ', collapsed' : ''}\nclick: mark them`))
      .on('pointerleave', () => tip.hide())
      .on('click', (_, s) => choose(s.rank));
  if (width < NARROWEST_WITH_NUMBERS) return;
  svg.append('g').selectAll('text').data(strata).join('text').attr('text-anchor', 'middle').attr('class', 'quiet')
      .attr('x', s => x(s.rank) + width / 2).attr('y', s => y(s.count) - 4).text(s => s.count);
}

/** A bracket above the ranks that are collapsed: colour alone would not tell everybody. */
function collapse(svg, strata, x, figure) {
  const collapsed = strata.filter(stratum => stratum.collapsed);
  if (!collapsed.length) return;
  const from = x(collapsed[0].rank);
  const to = x(collapsed.at(-1).rank) + x.bandwidth();
  const base = figure.height - MARGIN.bottom;
  svg.append('path').attr('d', `M${from},${base + 1.5}H${to}`).attr('stroke', series(1)).attr('stroke-width', 3).attr('data-collapse', '');
  const left = (from + to) / 2 < figure.width / 2;
  svg.append('text').attr('class', 'quiet').attr('x', left ? from : to).attr('y', MARGIN.top - 8)
      .attr('text-anchor', left ? 'start' : 'end').text('collapsed');
}
