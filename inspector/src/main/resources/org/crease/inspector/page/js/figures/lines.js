/** Lines over steps. */
import {tip} from '../dom.js';
import {short} from '../format.js';
import {series} from '../colors.js';

const MARGIN = {top: 8, right: 14, bottom: 34, left: 56};

/**
 * Draws lines.
 *
 * @param {Array<{name: string, step: number[], value: number[]}>} lines nulls are gaps
 */
export function drawLines(figure, lines) {
  figure.table = () => columns(lines);
  figure.draw(svg => {
    const x = d3.scaleLinear(d3.extent(lines.flatMap(line => line.step)), [MARGIN.left, figure.width - MARGIN.right]);
    const values = lines.flatMap(line => line.value).filter(value => value !== null);
    const y = d3.scaleLinear(d3.extent(values), [figure.height - MARGIN.bottom, MARGIN.top]).nice();
    axes(svg, figure, x, y);
    const path = d3.line(point => x(point[0]), point => y(point[1])).defined(point => point[1] !== null);
    lines.forEach((line, i) => svg.append('path')
        .attr('d', path(d3.zip(line.step, line.value)))
        .attr('fill', 'none').attr('stroke', series(i)).attr('stroke-width', 1.6)
        .attr('data-line', line.name));
    legend(svg, figure, lines);
    follow(svg, figure, x, lines);
  });
}

function axes(svg, figure, x, y) {
  const bottom = figure.height - MARGIN.bottom;
  svg.append('g').attr('class', 'grid').selectAll('line').data(y.ticks(5)).join('line')
      .attr('x1', MARGIN.left).attr('x2', figure.width - MARGIN.right).attr('y1', y).attr('y2', y);
  svg.append('g').attr('class', 'axis').attr('transform', `translate(0,${bottom})`).call(d3.axisBottom(x).ticks(8));
  svg.append('g').attr('class', 'axis').attr('transform', `translate(${MARGIN.left},0)`).call(d3.axisLeft(y).ticks(5));
  svg.append('text').attr('class', 'quiet').attr('x', figure.width - MARGIN.right).attr('y', figure.height - 4)
      .attr('text-anchor', 'end').text('step');
}

function legend(svg, figure, lines) {
  if (lines.length < 2) return;
  const entries = svg.append('g').selectAll('g').data(lines).join('g')
      .attr('transform', (_, i) => `translate(${figure.width - MARGIN.right},${MARGIN.top + 12 + 15 * i})`);
  entries.append('text').attr('x', -16).attr('text-anchor', 'end').text(line => line.name);
  entries.append('rect').attr('x', -11).attr('y', -8).attr('width', 11).attr('height', 3).attr('fill', (_, i) => series(i));
}

function follow(svg, figure, x, lines) {
  svg.append('rect').attr('x', MARGIN.left).attr('y', MARGIN.top).attr('fill', 'transparent')
      .attr('width', figure.width - MARGIN.left - MARGIN.right).attr('height', figure.height - MARGIN.top - MARGIN.bottom)
      .on('pointermove', event => {
        const step = x.invert(d3.pointer(event)[0]);
        tip.show(event, lines.map(line => {
          const at = d3.bisector(d => d).center(line.step, step);
          return `${line.name}: ${short(line.value[at])} at ${line.step[at]}`;
        }).join('\n'));
      })
      .on('pointerleave', () => tip.hide());
}

function columns(lines) {
  const rows = lines.flatMap(line => line.step.map((step, i) => [line.name, step, line.value[i]]));
  return {name: rows.map(row => row[0]), step: rows.map(row => row[1]), value: rows.map(row => row[2])};
}
