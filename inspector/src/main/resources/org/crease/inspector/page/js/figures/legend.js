/** What the colours of a figure mean. */
import {short} from '../format.js';

const CHARACTER = 6.6;
const LINE = 16;
const LONGEST_LABEL = 26;
const STEPS = 48;
const BAR = 120;

/**
 * Draws a legend from a top left corner.
 *
 * @param {?{title: string, items: ?Array<{label: string, color: string}>, scale: ?function(number): string, low: number, high: number}}
 *     legend names with colours, or a scale between two numbers
 * @returns {number} the height it takes
 */
export function drawLegend(svg, legend, x, y, width) {
  if (!legend) return 0;
  const group = svg.append('g').attr('class', 'legend').attr('data-legend', legend.title).attr('transform', `translate(${x},${y})`);
  return legend.items ? names(group, legend.items, width) : ramp(group, legend);
}

function names(group, items, width) {
  let left = 0;
  let line = 0;
  for (const {label, color} of items) {
    const text = label.length > LONGEST_LABEL ? `${label.slice(0, LONGEST_LABEL - 1)}…` : label;
    const wide = 16 + CHARACTER * text.length + 10;
    if (left > 0 && left + wide > width) {
      left = 0;
      line++;
    }
    const entry = group.append('g').attr('transform', `translate(${left},${LINE * line})`);
    entry.append('circle').attr('cx', 5).attr('cy', 7).attr('r', 4.5).attr('fill', color).attr('stroke', 'currentColor').attr('stroke-opacity', 0.35);
    entry.append('text').attr('x', 14).attr('y', 11).text(text);
    left += wide;
  }
  return LINE * (line + 1);
}

function ramp(group, {title, scale, low, high}) {
  group.append('text').attr('class', 'quiet').attr('y', 11).text(title);
  const start = CHARACTER * title.length + 10;
  group.append('text').attr('x', start).attr('y', 11).text(short(low));
  const from = start + CHARACTER * short(low).length + 6;
  const part = BAR / STEPS;
  d3.range(STEPS).forEach(i => group.append('rect').attr('x', from + part * i).attr('y', 3).attr('width', part + 0.4).attr('height', 9)
      .attr('fill', scale(low + (high - low) * i / (STEPS - 1))));
  group.append('text').attr('x', from + BAR + 6).attr('y', 11).text(short(high));
  return LINE;
}
