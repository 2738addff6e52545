/** Groups of runs over steps: the median of a group as a line, its range as a band. */
import {tip} from '../dom.js';
import {short} from '../format.js';
import {axes, clip, crosshair, legend} from './plot.js';

const MARGIN = {top: 8, right: 26, bottom: 36, left: 54};

/**
 * Draws groups.
 *
 * @param {Array<{name: string, color: string, step: number[], low: number[], middle: number[], high: number[], count: number[]}>} groups
 * @param {?Cursor} cursor shared with other figures
 */
export function drawBands(figure, groups, {log = false, cursor = null} = {}) {
  let move = () => {};
  figure.table = () => columns(groups);
  figure.draw(svg => {
    const box = {left: MARGIN.left, right: figure.width - MARGIN.right, bottom: figure.height - MARGIN.bottom,
      top: MARGIN.top + legend(svg, figure.width - MARGIN.right, groups)};
    const x = d3.scaleLinear(wide(d3.extent(groups.flatMap(group => group.step))), [box.left, box.right]);
    const values = groups.flatMap(group => [...group.low, ...group.high]).filter(value => !log || value > 0);
    const y = (log ? d3.scaleLog : d3.scaleLinear)(wide(d3.extent(values)), [box.bottom, box.top]).nice();
    axes(svg, box, x, y);
    const plot = svg.append('g').attr('clip-path', clip(svg, box));
    const held = value => log ? Math.max(value, y.domain()[0]) : value;
    groups.forEach(group => {
      const rows = group.step.map((step, i) => ({step, low: held(group.low[i]), middle: held(group.middle[i]), high: held(group.high[i])}));
      plot.append('path').attr('fill', group.color).attr('fill-opacity', 0.2).attr('stroke', 'none').attr('data-band', group.name)
          .attr('d', d3.area(row => x(row.step), row => y(row.low), row => y(row.high))(rows));
      plot.append('path').attr('fill', 'none').attr('stroke', group.color).attr('stroke-width', 2).attr('data-line', group.name)
          .attr('d', d3.line(row => x(row.step), row => y(row.middle))(rows));
    });
    move = crosshair(svg, box, x);
    svg.append('rect').attr('x', box.left).attr('y', box.top).attr('fill', 'transparent')
        .attr('width', Math.max(0, box.right - box.left)).attr('height', Math.max(0, box.bottom - box.top))
        .on('pointermove', event => {
          const step = x.invert(d3.pointer(event)[0]);
          if (cursor) cursor.move(step); else move(step);
          tip.show(event, groups.filter(group => group.step.length).map(group => told(group, step)).join('\n'));
        })
        .on('pointerleave', () => {
          if (cursor) cursor.move(null); else move(null);
          tip.hide();
        });
  });
  cursor?.follow(figure, step => move(step));
}

/**
 * The least, the median and the largest of several lines at each step that any of them has.
 *
 * @param {Array<{step: number[], value: Array<?number>}>} lines
 */
export function spread(lines) {
  const values = d3.rollup(lines.flatMap(line => line.step.map((step, i) => [step, line.value[i]])).filter(row => row[1] !== null),
      rows => rows.map(row => row[1]), row => row[0]);
  const step = [...values.keys()].sort(d3.ascending);
  const over = measure => step.map(each => measure(values.get(each)));
  return {step, low: over(d3.min), middle: over(d3.median), high: over(d3.max), count: over(each => each.length)};
}

function wide([low, high]) {
  if (low === undefined) return [0.1, 1];
  return low === high ? [low - Math.abs(low) / 10 - 0.01, high + Math.abs(high) / 10 + 0.01] : [low, high];
}

function told(group, step) {
  const i = d3.bisector(d => d).center(group.step, step);
  return `${group.name}: ${short(group.middle[i])} (${short(group.low[i])} to ${short(group.high[i])}, ${group.count[i]} runs) at ${group.step[i]}`;
}

function columns(groups) {
  const rows = groups.flatMap(group => group.step.map((step, i) => [group.name, step, group.count[i], group.low[i], group.middle[i], group.high[i]]));
  return Object.fromEntries(['group', 'step', 'runs', 'least', 'median', 'largest'].map((name, i) => [name, rows.map(row => row[i])]));
}
