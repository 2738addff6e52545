/** Lines over steps. */
import {tip} from '../dom.js';
import {short} from '../format.js';
import {series} from '../colors.js';
import {axes, clip, crosshair, legend, thin} from './plot.js';
import {smooth} from './smoothing.js';

const MARGIN = {top: 8, right: 26, bottom: 36, left: 54};
const SHOWN_IN_TIP = 12;

/**
 * Draws lines.
 *
 * @param {Array<{name: string, step: number[], value: number[], color: ?string, dash: ?string}>} lines nulls are gaps
 * @param {boolean} log whether values are on a logarithmic scale; those not above zero are then left out
 * @param {number} smoothing weight of the past, 0 to below 1; the line as it is stays faintly behind
 * @param {?number[]} domain first and last step shown, null for all
 * @param {?function(?number[])} zoom called with steps that were brushed, with null at a double click
 * @param {?Cursor} cursor shared with other figures
 * @returns {{cross: function(?number)}}
 */
export function drawLines(figure, lines, {log = false, smoothing = 0, domain = null, zoom = null, cursor = null} = {}) {
  const drawn = lines.map((line, i) => ({...line, color: line.color ?? series(i), smooth: smooth(line.value, smoothing)}));
  let move = () => {};
  figure.table = () => columns(drawn, smoothing);
  figure.draw(svg => {
    const box = {left: MARGIN.left, right: figure.width - MARGIN.right, bottom: figure.height - MARGIN.bottom,
      top: MARGIN.top + legend(svg, figure.width - MARGIN.right, drawn)};
    const [x, y] = scales(drawn, box, log, domain);
    axes(svg, box, x, y);
    if (!drawn.some(line => line.value.some(value => value !== null))) nothing(svg, box);
    const plot = svg.append('g').attr('clip-path', clip(svg, box));
    drawn.forEach(line => paths(plot, line, x, y, log, smoothing));
    const dots = plot.append('g');
    const cross = crosshair(svg, box, x);
    move = step => {
      cross(step);
      mark(dots, drawn, step, x, y, log);
    };
    follow(svg, box, x, drawn, zoom, step => cursor ? cursor.move(step) : move(step));
  });
  cursor?.follow(figure, step => move(step));
  return {cross: step => move(step)};
}

function scales(lines, box, log, domain) {
  const steps = domain ?? d3.extent(lines.flatMap(line => d3.extent(line.step)));
  const [first, last] = steps[0] === undefined ? [0, 1] : steps;
  const x = d3.scaleLinear([first, last === first ? first + 1 : last], [box.left, box.right]);
  const values = lines.flatMap(line => line.value.filter((value, i) =>
    value !== null && line.step[i] >= first && line.step[i] <= last && (!log || value > 0)));
  let [low, high] = d3.extent(values);
  if (low === undefined) [low, high] = log ? [0.1, 1] : [0, 1];
  if (low === high) [low, high] = log ? [low / 2, high * 2] : [low - Math.abs(low) / 10 - 0.01, high + Math.abs(high) / 10 + 0.01];
  return [x, (log ? d3.scaleLog : d3.scaleLinear)([low, high], [box.bottom, box.top]).nice()];
}

function paths(plot, line, x, y, log, smoothing) {
  const seen = value => value !== null && (!log || value > 0);
  const path = d3.line(point => x(point[0]), point => y(point[1])).defined(point => seen(point[1]));
  const draw = values => plot.append('path').attr('d', path(thin(d3.zip(line.step, values), x)))
      .attr('fill', 'none').attr('stroke', line.color).attr('stroke-linejoin', 'round').attr('stroke-dasharray', line.dash ?? null);
  if (smoothing) draw(line.value).attr('stroke-width', 1.2).attr('stroke-opacity', 0.28).attr('data-raw', line.name);
  draw(line.smooth).attr('stroke-width', 1.8).attr('data-line', line.name);
  if (line.step.length <= 30) {
    plot.append('g').selectAll('circle').data(d3.zip(line.step, line.smooth).filter(point => seen(point[1]))).join('circle')
        .attr('cx', point => x(point[0])).attr('cy', point => y(point[1])).attr('r', 2.2).attr('fill', line.color);
  }
}

function mark(dots, lines, step, x, y, log) {
  const near = step === null ? [] : lines.map(line => at(line, step)).filter(p => p && p.value !== null && (!log || p.value > 0));
  dots.selectAll('circle').data(near).join('circle').attr('r', 3.5).attr('class', 'dot')
      .attr('fill', point => point.color).attr('cx', point => x(point.step)).attr('cy', point => y(point.value));
}

/** The point of a line nearest to a step. */
function at(line, step) {
  if (!line.step.length) return null;
  const i = d3.bisector(d => d).center(line.step, step);
  return {name: line.name, color: line.color, step: line.step[i], value: line.smooth[i], raw: line.value[i]};
}

function follow(svg, box, x, lines, zoom, move) {
  const pane = svg.append('g').attr('class', 'pane');
  const brush = d3.brushX().extent([[box.left, box.top], [Math.max(box.left + 1, box.right), Math.max(box.top + 1, box.bottom)]])
      .filter(event => zoom && !event.button)
      .on('end', ({selection, sourceEvent}) => {
        if (!selection || !sourceEvent) return;
        pane.call(brush.clear);
        if (selection[1] - selection[0] > 4) zoom(selection.map(end => x.invert(end)));
      });
  pane.call(brush)
      .on('pointermove.tip', event => {
        const step = x.invert(d3.pointer(event)[0]);
        move(step);
        tip.show(event, told(lines, step));
      })
      .on('pointerleave.tip', () => {
        move(null);
        tip.hide();
      })
      .on('dblclick', () => zoom?.(null));
}

function told(lines, step) {
  const near = lines.map(line => at(line, step)).filter(Boolean);
  near.sort((a, b) => d3.descending(a.value, b.value));
  const rest = near.length > SHOWN_IN_TIP ? [`and ${near.length - SHOWN_IN_TIP} more`] : [];
  return [...near.slice(0, SHOWN_IN_TIP).map(point => `${point.name}: ${short(point.value)}`
      + `${point.raw === point.value ? '' : ` (${short(point.raw)})`} at ${point.step}`), ...rest].join('\n');
}

function nothing(svg, box) {
  svg.append('text').attr('class', 'quiet').attr('text-anchor', 'middle')
      .attr('x', (box.left + box.right) / 2).attr('y', (box.top + box.bottom) / 2).text('no values yet');
}

function columns(lines, smoothing) {
  const rows = lines.flatMap(line => line.step.map((step, i) => [line.name, step, line.value[i], line.smooth[i]]));
  const table = {name: rows.map(row => row[0]), step: rows.map(row => row[1]), value: rows.map(row => row[2])};
  return smoothing ? {...table, smoothed: rows.map(row => row[3])} : table;
}
