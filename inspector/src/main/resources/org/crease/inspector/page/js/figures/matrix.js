/** Numbers between things: a matrix, coloured and written. */
import {tip} from '../dom.js';
import {short} from '../format.js';
import {inkOn, sequential} from '../colors.js';
import {shorten} from './plot.js';

const LETTER = 6.6;
const LONGEST = 24;
const LARGEST_CELL = 74;
const READABLE = {width: 36, height: 15};

/**
 * Draws a matrix.
 *
 * @param {string[]} names of its rows and of its columns
 * @param {Array<Array<number|string|null>>} value row by row: a number, `Infinity` as text, or null where there is none
 * @param {string} unit what the numbers are
 */
export function drawMatrix(figure, names, value, unit) {
  const cells = names.flatMap((row, i) => names.map((column, j) => ({row, column, i, j, value: numberOf(value[i]?.[j])})));
  const finite = cells.map(cell => cell.value).filter(Number.isFinite);
  const color = sequential(0, d3.max(finite) || 1);
  figure.table = () => ({row: cells.map(c => c.row), column: cells.map(c => c.column), [unit]: cells.map(c => c.value)});
  figure.draw(svg => {
    const left = 16 + (d3.max(names, name => Math.min(name.length, LONGEST)) ?? 0) * LETTER;
    const size = Math.max(12, Math.min(LARGEST_CELL, (figure.width - left - 8) / names.length, (figure.height - 44) / names.length));
    const at = i => left + i * size;
    const down = i => 6 + i * size;
    const items = svg.append('g').selectAll('g').data(cells).join('g').attr('data-cell', cell => `${cell.row}/${cell.column}`)
        .attr('transform', cell => `translate(${at(cell.j)},${down(cell.i)})`)
        .on('pointermove', (event, cell) => tip.show(event, `${cell.row}\n${cell.column}\n${unit}: ${short(cell.value)}`))
        .on('pointerleave', () => tip.hide());
    items.append('rect').attr('width', size - 1).attr('height', size - 1).attr('rx', 2)
        .attr('class', cell => Number.isFinite(cell.value) ? null : 'none').attr('fill', cell => Number.isFinite(cell.value) ? color(cell.value) : null);
    if (size >= READABLE.width && size >= READABLE.height) {
      items.append('text').attr('class', 'cell').attr('x', (size - 1) / 2).attr('y', size / 2 + 4).attr('text-anchor', 'middle')
          .style('fill', cell => Number.isFinite(cell.value) ? inkOn(color(cell.value)) : null).text(cell => short(cell.value));
    }
    names.forEach((name, i) => {
      svg.append('text').attr('class', 'quiet').attr('x', left - 7).attr('y', down(i) + size / 2 + 4).attr('text-anchor', 'end').text(shorten(name, LONGEST));
      const text = svg.append('text').attr('class', 'quiet').text(shorten(name, LONGEST));
      const below = down(names.length) + 12;
      if (name.length * LETTER < size) text.attr('x', at(i) + size / 2).attr('y', below).attr('text-anchor', 'middle');
      else text.attr('text-anchor', 'end').attr('transform', `translate(${at(i) + size / 2 + 4},${below - 4}) rotate(-35)`);
    });
  });
}

function numberOf(value) {
  return value === null || value === undefined ? NaN : Number(value);
}
