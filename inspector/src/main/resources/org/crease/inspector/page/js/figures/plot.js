/** What figures over steps share: axes, legend, crosshair. */
import {short} from '../format.js';

const LEGEND_ROW = 16;
const LETTER = 6.4;
const LONGEST_NAME = 34;

/** A step as people read it. */
export const steps = d3.format(',');

/** Draws axes with grid lines, and what they measure. */
export function axes(svg, box, x, y, {xLabel = 'step', yLabel = '', yTicks = 5} = {}) {
  const ticks = y.ticks(yTicks);
  const few = ticks.length > 2 * yTicks ? ticks.filter((_, i) => i % Math.ceil(ticks.length / yTicks) === 0) : ticks;
  svg.append('g').attr('class', 'grid').selectAll('line').data(few).join('line')
      .attr('x1', box.left).attr('x2', box.right).attr('y1', y).attr('y2', y);
  svg.append('g').attr('class', 'axis').attr('transform', `translate(0,${box.bottom})`)
      .call(d3.axisBottom(x).ticks(Math.max(2, Math.floor((box.right - box.left) / 80))).tickFormat(steps).tickSizeOuter(0));
  svg.append('g').attr('class', 'axis').attr('transform', `translate(${box.left},0)`)
      .call(d3.axisLeft(y).tickValues(few).tickFormat(short).tickSizeOuter(0));
  svg.append('text').attr('class', 'quiet label').attr('x', box.right).attr('y', box.bottom + 30).attr('text-anchor', 'end').text(xLabel);
  if (yLabel) svg.append('text').attr('class', 'quiet label').attr('x', box.left - 40).attr('y', box.top - 6).text(yLabel);
}

/** Draws names with their colours in rows from the top, and returns the height they took. */
export function legend(svg, width, entries) {
  if (entries.length < 2) return 0;
  let x = 2;
  let row = 0;
  const places = entries.map(entry => {
    const text = shorten(entry.name);
    const wide = 30 + text.length * LETTER;
    if (x > 2 && x + wide > width) {
      x = 2;
      row++;
    }
    const place = {x, y: row * LEGEND_ROW, text, ...entry};
    x += wide;
    return place;
  });
  const items = svg.append('g').attr('class', 'legend').selectAll('g').data(places).join('g')
      .attr('transform', place => `translate(${place.x},${place.y})`);
  items.append('line').attr('x2', 14).attr('y1', 8).attr('y2', 8).attr('stroke-width', 3)
      .attr('stroke', place => place.color).attr('stroke-dasharray', place => place.dash ?? null);
  items.append('text').attr('x', 19).attr('y', 12).text(place => place.text).append('title').text(place => place.name);
  return (row + 1) * LEGEND_ROW + 4;
}

/** Draws a vertical line that follows a step, and returns what moves it. */
export function crosshair(svg, box, x) {
  const line = svg.append('line').attr('class', 'cross').attr('y1', box.top).attr('y2', box.bottom).attr('visibility', 'hidden');
  return step => {
    const at = step === null ? NaN : x(step);
    const seen = at >= box.left - 0.5 && at <= box.right + 0.5;
    line.attr('visibility', seen ? 'visible' : 'hidden');
    if (seen) line.attr('x1', at).attr('x2', at);
  };
}

/** A clip path over a box; returns the reference to it. */
export function clip(svg, box) {
  const id = `clip-${Math.random().toString(36).slice(2)}`;
  svg.append('clipPath').attr('id', id).append('rect')
      .attr('x', box.left).attr('y', box.top).attr('width', Math.max(0, box.right - box.left)).attr('height', Math.max(0, box.bottom - box.top));
  return `url(#${id})`;
}

/** A name that fits a legend or an axis: its middle left out. */
export function shorten(name, longest = LONGEST_NAME) {
  if (name.length <= longest) return name;
  const half = Math.floor((longest - 1) / 2);
  return `${name.slice(0, half)}…${name.slice(name.length - half)}`;
}

/**
 * The points of a line, at most four a pixel column: first, least, most and last, so that no spike is lost.
 *
 * @param {Array<[number, ?number]>} points ascending in the first; nulls are kept as gaps
 * @param {function(number): number} x from step to pixel
 */
export function thin(points, x) {
  if (points.length < 2000) return points;
  const kept = [];
  for (const [, bucket] of d3.group(points, point => Math.round(x(point[0])))) {
    const ordered = bucket.length <= 4 ? bucket
      : [...new Set([0, d3.minIndex(bucket, p => p[1]), d3.maxIndex(bucket, p => p[1]), bucket.length - 1])]
          .filter(i => i >= 0).sort(d3.ascending).map(i => bucket[i]);
    kept.push(...ordered);
  }
  return kept;
}
