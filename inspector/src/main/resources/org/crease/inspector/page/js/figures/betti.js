/** Betti curves: how many components and loops there are at each scale. */
import {tip} from '../dom.js';
import {short} from '../format.js';
import {dimensionColor} from './symbols.js';

const MARGIN = {top: 10, right: 14, bottom: 34, left: 46};
const DASHES = [null, '6 3', '2 3', '8 3 2 3'];

/**
 * Draws Betti numbers over scales. The axis of counts is even up to about 1 and logarithmic above, so that one loop is seen beside
 * hundreds of components.
 *
 * @param {number[]} grid scales
 * @param {Array<{dimension: number, count: number[]}>} curves
 */
export function drawBetti(figure, grid, curves) {
  figure.table = () => Object.fromEntries([['scale', [...grid]], ...curves.map(curve => [`betti${curve.dimension}`, [...curve.count]])]);
  figure.draw(svg => {
    const most = Math.max(1, d3.max(curves, curve => d3.max(curve.count)) ?? 1);
    const x = d3.scaleLinear(d3.extent(grid), [MARGIN.left, figure.width - MARGIN.right]);
    const y = d3.scaleSymlog([0, most], [figure.height - MARGIN.bottom, MARGIN.top]);
    axes(svg, figure, x, y, most);
    const path = d3.line((_, i) => x(grid[i]), count => y(count)).curve(d3.curveStepAfter);
    curves.forEach(curve => svg.append('path').attr('d', path([...curve.count])).attr('fill', 'none')
        .attr('stroke', dimensionColor(curve.dimension)).attr('stroke-width', 1.8)
        .attr('stroke-dasharray', DASHES[curve.dimension % DASHES.length]).attr('data-curve', curve.dimension));
    key(svg, figure, curves);
    follow(svg, figure, x, grid, curves);
  });
}

function axes(svg, figure, x, y, most) {
  const ticks = [0, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000].filter(tick => tick <= most);
  svg.append('g').attr('class', 'grid').selectAll('line').data(ticks).join('line')
      .attr('x1', MARGIN.left).attr('x2', figure.width - MARGIN.right).attr('y1', y).attr('y2', y);
  svg.append('g').attr('class', 'axis').attr('transform', `translate(0,${figure.height - MARGIN.bottom})`).call(d3.axisBottom(x).ticks(5));
  svg.append('g').attr('class', 'axis').attr('transform', `translate(${MARGIN.left},0)`).call(d3.axisLeft(y).tickValues(ticks).tickFormat(String));
  svg.append('text').attr('class', 'quiet').attr('x', figure.width - MARGIN.right).attr('y', figure.height - 4).attr('text-anchor', 'end').text('scale');
}

function key(svg, figure, curves) {
  const rows = svg.append('g').selectAll('g').data(curves).join('g')
      .attr('transform', (_, i) => `translate(${figure.width - MARGIN.right - 44},${MARGIN.top + 12 + 17 * i})`);
  rows.append('line').attr('x2', 20).attr('y1', -4).attr('y2', -4).attr('stroke-width', 2)
      .attr('stroke', curve => dimensionColor(curve.dimension)).attr('stroke-dasharray', curve => DASHES[curve.dimension % DASHES.length]);
  rows.append('text').attr('x', 26).text(curve => `β${'₀₁₂₃₄₅₆₇₈₉'[curve.dimension]}`);
}

function follow(svg, figure, x, grid, curves) {
  const line = svg.append('line').attr('class', 'here').attr('stroke-dasharray', '2 2').attr('visibility', 'hidden')
      .attr('y1', MARGIN.top).attr('y2', figure.height - MARGIN.bottom);
  svg.append('rect').attr('fill', 'transparent').attr('x', MARGIN.left).attr('y', MARGIN.top)
      .attr('width', figure.width - MARGIN.left - MARGIN.right).attr('height', figure.height - MARGIN.top - MARGIN.bottom)
      .on('pointermove', event => {
        const at = Math.max(0, d3.bisectRight(grid, x.invert(d3.pointer(event)[0])) - 1);
        line.attr('visibility', 'visible').attr('x1', x(grid[at])).attr('x2', x(grid[at]));
        tip.show(event, [`scale ${short(grid[at])}`, ...curves.map(curve => `β${curve.dimension} = ${curve.count[at]}`)].join('\n'));
      })
      .on('pointerleave', () => { line.attr('visibility', 'hidden'); tip.hide(); });
}
