/** A scalar over steps and layers. */
import {tip} from '../dom.js';
import {short} from '../format.js';
import {diverging, sequential} from '../colors.js';
import {clip, crosshair, shorten, steps} from './plot.js';

const MARGIN = {top: 4, right: 76, bottom: 36};
const STRIP = 58;
const STRIP_GAP = 10;
const LONGEST_LAYER = 22;
const LETTER = 6.6;

/**
 * Draws a map: a column a step, a row a layer, from the first layer at the top.
 *
 * @param {{step: number[], layer: string[], value: number[][]}} grid a row of values a layer, nulls are left blank
 * @param {?function(number, string)} open called with the step and the layer of a cell
 * @param {?{name: string, step: number[], value: number[]}} strip a line drawn above, on the same time axis
 * @param {?number[]} domain least and largest value of the colours; the grid's own when null
 * @param {boolean} difference whether zero is the middle of the colours
 * @param {?Cursor} cursor shared with other figures
 * @returns {{mark: function(?number, ?string)}} marks the column of a step, and in it the cell of a layer
 */
export function drawHeatMap(figure, grid, {open = null, strip = null, domain = null, difference = false, cursor = null} = {}) {
  const cells = cellsOf(grid);
  const color = scale(cells, domain, difference);
  const marked = {step: null, layer: null};
  let repaintMark = () => {};
  let cross = () => {};
  figure.table = () => ({layer: cells.map(c => c.layer), step: cells.map(c => c.step), value: cells.map(c => c.value)});
  figure.draw(svg => {
    const box = boxOf(figure, grid, strip);
    const x = d3.scaleBand(d3.range(grid.step.length), [box.left, box.right]);
    const y = d3.scaleBand(d3.range(grid.layer.length), [box.top, box.bottom]);
    const time = timeScale(grid.step, x);
    paintCells(svg, cells, x, y, color);
    axes(svg, box, grid, x, y);
    colorBar(svg, box, color);
    if (strip) paintStrip(svg, {...box, top: MARGIN.top, bottom: box.top - STRIP_GAP}, strip, time);
    repaintMark = marker(svg, grid, x, y, marked);
    cross = crosshair(svg, {...box, top: MARGIN.top}, time);
    listen(svg, box, grid, x, y, open, step => cursor ? cursor.move(step) : cross(step));
  });
  cursor?.follow(figure, step => cross(step));
  return {
    mark(step, layer) {
      Object.assign(marked, {step, layer});
      repaintMark();
    },
  };
}

/**
 * Draws a map as small as a stamp: a pixel a cell, so that many of them cost nothing.
 *
 * @returns {{node: HTMLCanvasElement, extent: number[]}} the stamp, and its least and largest value
 */
export function drawStamp(grid) {
  const cells = cellsOf(grid);
  const color = scale(cells, null, false);
  const node = document.createElement('canvas');
  Object.assign(node, {width: Math.max(1, grid.step.length), height: Math.max(1, grid.layer.length)});
  const brush = node.getContext('2d');
  cells.forEach(cell => {
    brush.fillStyle = color(cell.value);
    brush.fillRect(cell.column, cell.row, 1, 1);
  });
  return {node, extent: d3.extent(cells, cell => cell.value)};
}

/** Names a cell. */
function cellKey(step, layer) {
  return `${step}/${layer}`;
}

/** Pixels from the top of a map to its first row. */
export function firstRow(strip) {
  return MARGIN.top + (strip ? STRIP + STRIP_GAP : 0);
}

/** The height of a map in which each of its rows can be read. */
export function heightFor(layers, strip) {
  const row = Math.max(16, Math.min(44, 300 / Math.max(1, layers)));
  return Math.round(firstRow(strip) + layers * row + MARGIN.bottom);
}

function cellsOf(grid) {
  return grid.layer.flatMap((layer, row) => grid.step.map((step, column) =>
    ({layer, step, row, column, value: grid.value[row][column]}))).filter(cell => cell.value !== null && cell.value !== undefined);
}

function scale(cells, domain, difference) {
  const [low, high] = domain ?? d3.extent(cells, cell => cell.value);
  return difference ? diverging(Math.max(Math.abs(low ?? 0), Math.abs(high ?? 0))) : sequential(low ?? 0, high ?? 1);
}

function boxOf(figure, grid, strip) {
  const longest = d3.max(grid.layer, layer => Math.min(layer.length, LONGEST_LAYER)) ?? 0;
  return {left: Math.max(48, 14 + longest * LETTER), right: Math.max(120, figure.width - MARGIN.right),
    top: firstRow(strip), bottom: figure.height - MARGIN.bottom};
}

/** From any step to a pixel: the middles of the columns, and straight between them. */
function timeScale(columns, x) {
  const middle = i => x(i) + x.bandwidth() / 2;
  if (columns.length < 2) return step => step === columns[0] ? middle(0) : NaN;
  return d3.scaleLinear(columns, columns.map((_, i) => middle(i)));
}

function paintCells(svg, cells, x, y, color) {
  return svg.append('g').attr('class', 'cells').attr('shape-rendering', 'crispEdges').selectAll('rect').data(cells).join('rect')
      .attr('x', cell => x(cell.column)).attr('y', cell => y(cell.row))
      .attr('width', x.bandwidth() + 0.3).attr('height', y.bandwidth() + 0.3)
      .attr('fill', cell => color(cell.value))
      .attr('data-open', cell => cellKey(cell.step, cell.layer));
}

function axes(svg, box, grid, x, y) {
  const widest = steps(d3.max(grid.step) ?? 0).length * 7 + 14;
  const every = Math.max(1, Math.ceil(grid.step.length * widest / (box.right - box.left)));
  svg.append('g').attr('class', 'axis').attr('transform', `translate(0,${box.bottom})`)
      .call(d3.axisBottom(x).tickValues(d3.range(0, grid.step.length, every)).tickFormat(i => steps(grid.step[i])).tickSizeOuter(0));
  svg.append('g').attr('class', 'axis').attr('transform', `translate(${box.left},0)`)
      .call(d3.axisLeft(y).tickFormat(i => shorten(grid.layer[i], LONGEST_LAYER)).tickSize(0).tickPadding(6));
  svg.append('text').attr('class', 'quiet label').attr('x', box.right).attr('y', box.bottom + 30).attr('text-anchor', 'end').text('step');
}

function colorBar(svg, box, color) {
  const ends = color.domain();
  const [low, high] = d3.extent(ends);
  const left = box.right + 14;
  const y = d3.scaleLinear([low, high], [box.bottom, box.top]);
  svg.append('g').attr('shape-rendering', 'crispEdges').selectAll('rect').data(d3.range(48)).join('rect')
      .attr('x', left).attr('width', 10).attr('height', (y(low) - y(high)) / 48 + 0.5)
      .attr('y', i => y(low + (high - low) * (i + 1) / 48))
      .attr('fill', i => color(low + (high - low) * (i + 0.5) / 48));
  svg.append('g').attr('class', 'axis').attr('transform', `translate(${left + 10},0)`)
      .call(d3.axisRight(y).ticks(Math.max(2, Math.floor((box.bottom - box.top) / 34))).tickFormat(short).tickSizeOuter(0).tickSize(3));
}

function paintStrip(svg, box, strip, time) {
  const points = d3.zip(strip.step, strip.value).filter(point => point[1] !== null);
  const y = d3.scaleLinear(d3.extent(points, point => point[1]), [box.bottom, box.top + 4]).nice(3);
  svg.append('g').attr('class', 'grid').append('line').attr('x1', box.left).attr('x2', box.right).attr('y1', box.bottom).attr('y2', box.bottom);
  svg.append('g').attr('class', 'axis').attr('transform', `translate(${box.left},0)`)
      .call(d3.axisLeft(y).tickValues(y.domain()).tickFormat(short).tickSize(0).tickPadding(6)).select('.domain').remove();
  svg.append('path').attr('clip-path', clip(svg, box)).attr('d', d3.line(point => time(point[0]), point => y(point[1]))(points))
      .attr('class', 'strip').attr('fill', 'none').attr('stroke-width', 1.6);
  svg.append('text').attr('class', 'quiet label').attr('x', box.right + 8).attr('y', (box.top + box.bottom) / 2 + 4)
      .text(shorten(strip.name, 11));
}

function marker(svg, grid, x, y, marked) {
  const column = svg.append('rect').attr('class', 'here column').attr('fill', 'none').attr('stroke-width', 1.5).attr('visibility', 'hidden');
  const cell = svg.append('rect').attr('class', 'here cell').attr('fill', 'none').attr('stroke-width', 2.5).attr('visibility', 'hidden');
  const move = () => {
    const at = grid.step.indexOf(marked.step);
    const row = grid.layer.indexOf(marked.layer);
    const wide = Math.max(3, x.bandwidth());
    column.attr('visibility', at < 0 ? 'hidden' : 'visible');
    cell.attr('visibility', at < 0 || row < 0 ? 'hidden' : 'visible');
    if (at < 0) return;
    const left = x(at) + (x.bandwidth() - wide) / 2;
    column.attr('data-step', marked.step).attr('x', left).attr('width', wide)
        .attr('y', y.range()[0] - 1).attr('height', y.range()[1] - y.range()[0] + 2);
    if (row >= 0) cell.attr('x', left).attr('width', wide).attr('y', y(row)).attr('height', y.bandwidth());
  };
  move();
  return move;
}

/** One listener for all cells, for there may be thousands. */
function listen(svg, box, grid, x, y, open, move) {
  const under = event => {
    const [px, py] = d3.pointer(event, svg.node());
    const column = Math.floor((px - box.left) / x.bandwidth());
    const row = Math.floor((py - box.top) / y.bandwidth());
    const inside = px >= box.left && px < box.right && column < grid.step.length;
    return {column: inside ? column : -1, row: py >= box.top && row < grid.layer.length ? row : -1};
  };
  svg.on('pointermove.map', event => {
    const {column, row} = under(event);
    move(column < 0 ? null : grid.step[column]);
    if (column < 0 || row < 0) return tip.hide();
    return tip.show(event, `${grid.layer[row]}, step ${grid.step[column]}: ${short(grid.value[row][column])}`);
  });
  svg.on('pointerleave.map', () => {
    move(null);
    tip.hide();
  });
  svg.on('click.map', event => {
    const {column, row} = under(event);
    const none = column < 0 || row < 0 || grid.value[row][column] === null;
    if (open && !none) open(grid.step[column], grid.layer[row]);
  });
  svg.classed('opens', Boolean(open));
}
