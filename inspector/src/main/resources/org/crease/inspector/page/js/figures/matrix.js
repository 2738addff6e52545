/** Numbers between things: a matrix, coloured and written. */
import {tip} from '../dom.js';
import {short} from '../format.js';
import {inkOn, sequential} from '../colors.js';
import {shorten} from './plot.js';

const LETTER = 6.6;
const LONGEST = 24;
const LARGEST_CELL = 76;
const TALLEST = 400;
const SMALL_LETTER = 5.6;
const SLOPE = Math.sin(35 * Math.PI / 180);
const FEW_DIGITS = new Intl.NumberFormat('en', {maximumSignificantDigits: 3});

/**
 * Draws a matrix, and makes its figure as tall as it needs.
 *
 * @param {string[]} names of its rows and of its columns
 * @param {Array<Array<number|string|null>>} value row by row: a number, `Infinity` as text, or null where there is none
 * @param {string} unit what the numbers are
 */
export function drawMatrix(figure, names, value, unit) {
  const cells = names.flatMap((row, i) => names.map((column, j) => ({row, column, i, j, value: numberOf(value[i]?.[j])})));
  const color = sequential(0, d3.max(cells.map(cell => cell.value).filter(Number.isFinite)) || 1);
  const longest = d3.max(names, name => Math.min(name.length, LONGEST)) ?? 0;
  figure.table = () => ({row: cells.map(c => c.row), column: cells.map(c => c.column), [unit]: cells.map(c => c.value)});
  figure.tall(Math.round(6 + names.length * Math.max(19, Math.min(46, TALLEST / names.length)) + longest * LETTER * SLOPE + 22));
  figure.draw(svg => {
    const left = 16 + longest * LETTER;
    const wide = Math.max(8, Math.min(LARGEST_CELL, (figure.width - left - 24) / names.length));
    const below = longest * LETTER < wide ? 22 : longest * LETTER * SLOPE + 22;
    const tall = Math.max(8, Math.min(wide, (figure.height - 6 - below) / names.length));
    const box = {left, top: 6, wide, tall};
    paintCells(svg, cells, box, color, unit);
    names.forEach((name, i) => label(svg, shorten(name, LONGEST), i, names.length, box, longest * LETTER < wide));
  });
}

function paintCells(svg, cells, {left, top, wide, tall}, color, unit) {
  const items = svg.append('g').selectAll('g').data(cells).join('g').attr('data-cell', cell => `${cell.row}/${cell.column}`)
      .attr('transform', cell => `translate(${left + cell.j * wide},${top + cell.i * tall})`)
      .on('pointermove', (event, cell) => tip.show(event, `${cell.row}\n${cell.column}\n${unit}: ${short(cell.value)}`))
      .on('pointerleave', () => tip.hide());
  items.append('rect').attr('width', wide - 1).attr('height', tall - 1).attr('rx', 2)
      .attr('class', cell => Number.isFinite(cell.value) ? null : 'none')
      .attr('fill', cell => Number.isFinite(cell.value) ? color(cell.value) : null);
  if (tall < 13) return;
  items.append('text').attr('class', wide < 38 ? 'cell tiny' : 'cell').attr('x', (wide - 1) / 2).attr('y', tall / 2 + 3.5).attr('text-anchor', 'middle')
      .style('fill', cell => Number.isFinite(cell.value) ? inkOn(color(cell.value)) : null).text(cell => written(cell.value, wide));
}

/** A number as long as its cell is wide, or nothing. */
function written(value, wide) {
  const text = wide >= 38 || !Number.isFinite(value) ? short(value) : FEW_DIGITS.format(value);
  return text.length * SMALL_LETTER <= wide ? text : '';
}

function label(svg, name, i, count, {left, top, wide, tall}, level) {
  svg.append('text').attr('class', 'quiet').attr('x', left - 7).attr('y', top + (i + 0.5) * tall + 4).attr('text-anchor', 'end').text(name);
  const below = svg.append('text').attr('class', 'quiet').text(name);
  const x = left + (i + 0.5) * wide;
  const y = top + count * tall + 13;
  if (level) below.attr('x', x).attr('y', y).attr('text-anchor', 'middle');
  else below.attr('text-anchor', 'end').attr('transform', `translate(${x + 4},${y - 3}) rotate(-35)`);
}

function numberOf(value) {
  return value === null || value === undefined ? NaN : Number(value);
}
