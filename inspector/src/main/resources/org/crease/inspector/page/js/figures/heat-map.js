/** A scalar over steps and layers. */
import {tip} from '../dom.js';
import {short} from '../format.js';
import {sequential} from '../colors.js';

const MARGIN = {top: 6, right: 84, bottom: 34, left: 110};

/**
 * Draws a map: a column a step, a row a layer, from the first layer at the top.
 *
 * @param {{step: number[], layer: string[], value: number[][]}} grid a row of values a layer, nulls are left blank
 * @param {string} chosen key of the cell to mark, from `cellKey`
 * @param {function(number, string)} open called with the step and the layer of a cell
 */
export function drawHeatMap(figure, grid, chosen, open) {
  const cells = grid.layer.flatMap((layer, row) => grid.step.map((step, column) =>
    ({layer, step, row, column, value: grid.value[row][column]}))).filter(cell => cell.value !== null);
  figure.table = () => ({layer: cells.map(c => c.layer), step: cells.map(c => c.step), value: cells.map(c => c.value)});
  figure.draw(svg => {
    const x = d3.scaleBand(d3.range(grid.step.length), [MARGIN.left, figure.width - MARGIN.right]);
    const y = d3.scaleBand(d3.range(grid.layer.length), [MARGIN.top, figure.height - MARGIN.bottom]);
    const color = sequential(...d3.extent(cells, cell => cell.value));
    svg.append('g').selectAll('rect').data(cells).join('rect')
        .attr('x', cell => x(cell.column)).attr('y', cell => y(cell.row))
        .attr('width', x.bandwidth() + 0.2).attr('height', y.bandwidth() + 0.2)
        .attr('fill', cell => color(cell.value))
        .attr('data-open', cell => cellKey(cell.step, cell.layer))
        .attr('tabindex', -1)
        .on('click', (_, cell) => open(cell.step, cell.layer))
        .on('pointermove', (event, cell) => tip.show(event, `${cell.layer}, step ${cell.step}: ${short(cell.value)}`))
        .on('pointerleave', () => tip.hide());
    mark(svg, cells.find(cell => cellKey(cell.step, cell.layer) === chosen), x, y);
    axes(svg, figure, grid, x, y);
    colorBar(svg, figure, color);
  });
}

/** Names a cell. */
export function cellKey(step, layer) {
  return `${step}/${layer}`;
}

function mark(svg, cell, x, y) {
  if (!cell) return;
  svg.append('rect').attr('class', 'here').attr('stroke-width', 2)
      .attr('x', x(cell.column)).attr('y', y(cell.row)).attr('width', x.bandwidth()).attr('height', y.bandwidth());
}

function axes(svg, figure, grid, x, y) {
  const every = Math.max(1, Math.ceil(grid.step.length / 10));
  svg.append('g').attr('class', 'axis').attr('transform', `translate(0,${figure.height - MARGIN.bottom})`)
      .call(d3.axisBottom(x).tickValues(d3.range(0, grid.step.length, every)).tickFormat(i => grid.step[i]));
  svg.append('g').attr('class', 'axis').attr('transform', `translate(${MARGIN.left},0)`)
      .call(d3.axisLeft(y).tickFormat(i => grid.layer[i]));
  svg.append('text').attr('class', 'quiet').attr('x', figure.width - MARGIN.right).attr('y', figure.height - 4)
      .attr('text-anchor', 'end').text('step');
}

function colorBar(svg, figure, color) {
  const [low, high] = color.domain();
  const left = figure.width - MARGIN.right + 16;
  const y = d3.scaleLinear([low, high], [figure.height - MARGIN.bottom, MARGIN.top + 6]);
  svg.append('g').selectAll('rect').data(d3.range(40)).join('rect')
      .attr('x', left).attr('width', 12).attr('height', (y(low) - y(high)) / 40 + 0.5)
      .attr('y', i => y(low + (high - low) * (i + 1) / 40))
      .attr('fill', i => color(low + (high - low) * (i + 0.5) / 40));
  svg.append('g').attr('class', 'axis').attr('transform', `translate(${left + 12},0)`)
      .call(d3.axisRight(y).ticks(4).tickFormat(short));
}
