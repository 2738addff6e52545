/** Values over the layers at one step: layers from the top down, values to the right. */
import {tip} from '../dom.js';
import {short} from '../format.js';
import {series} from '../colors.js';
import {legend, shorten} from './plot.js';

const MARGIN = {right: 18, bottom: 36};
const LETTER = 6.6;
const LONGEST_LAYER = 22;
const FAINT = '3 3';

/**
 * Draws profiles.
 *
 * @param {string[]} layers from the input on
 * @param {Array<{name: string, value: Array<?number>, color: ?string, faint: ?boolean}>} lines a value a layer
 * @param {?number[]} domain of the values, so that it stays while steps change
 * @param {number} top pixels above the first row
 * @param {boolean} named whether layers are named beside the rows
 */
export function drawProfile(figure, layers, lines, {domain = null, top = 8, named = true} = {}) {
  const drawn = lines.map((line, i) => ({...line, color: line.color ?? series(i), dash: line.faint ? FAINT : null}));
  figure.table = () => columns(layers, drawn);
  figure.draw(svg => {
    const shown = legend(svg, figure.width - MARGIN.right, drawn);
    const longest = d3.max(layers, layer => Math.min(layer.length, LONGEST_LAYER)) ?? 0;
    const box = {left: named ? Math.max(40, 14 + longest * LETTER) : 16, right: figure.width - MARGIN.right,
      top: Math.max(top, shown + 6), bottom: figure.height - MARGIN.bottom};
    const y = d3.scaleBand(layers, [box.top, box.bottom]);
    const middle = i => y(layers[i]) + y.bandwidth() / 2;
    const x = d3.scaleLinear(extent(drawn, domain), [box.left, box.right]).nice(4);
    axes(svg, box, x, y, layers, middle, named);
    drawn.forEach(line => paint(svg, line, layers, x, middle));
  });
}

function axes(svg, box, x, y, layers, middle, named) {
  const ticks = x.ticks(Math.max(2, Math.floor((box.right - box.left) / 60)));
  svg.append('g').attr('class', 'grid').selectAll('line').data(ticks).join('line')
      .attr('x1', x).attr('x2', x).attr('y1', box.top).attr('y2', box.bottom);
  svg.append('g').attr('class', 'axis').attr('transform', `translate(0,${box.bottom})`)
      .call(d3.axisBottom(x).tickValues(ticks).tickFormat(short).tickSizeOuter(0));
  if (!named) return;
  svg.append('g').attr('class', 'axis').attr('transform', `translate(${box.left},0)`)
      .call(d3.axisLeft(y).tickFormat(layer => shorten(layer, LONGEST_LAYER)).tickSize(0).tickPadding(8));
}

function paint(svg, line, layers, x, middle) {
  const points = line.value.map((value, i) => ({value, i})).filter(point => Number.isFinite(point.value));
  svg.append('path').attr('d', d3.line(point => x(point.value), point => middle(point.i))(points)).attr('fill', 'none')
      .attr('stroke', line.color).attr('stroke-width', line.faint ? 1 : 2).attr('stroke-opacity', line.faint ? 0.5 : 1)
      .attr('stroke-dasharray', line.dash).attr('data-line', line.name);
  if (line.faint) return;
  svg.append('g').selectAll('circle').data(points).join('circle').attr('r', layers.length > 12 ? 3 : 4).attr('fill', line.color)
      .attr('cx', point => x(point.value)).attr('cy', point => middle(point.i))
      .attr('data-value', point => `${layers[point.i]}=${point.value}`)
      .on('pointermove', (event, point) => tip.show(event, `${line.name}\n${layers[point.i]}: ${short(point.value)}`))
      .on('pointerleave', () => tip.hide());
}

function extent(lines, domain) {
  const [low, high] = domain ?? d3.extent(lines.flatMap(line => line.value).filter(Number.isFinite));
  if (low === undefined) return [0, 1];
  return low === high ? [low - Math.abs(low) / 10 - 0.01, high + Math.abs(high) / 10 + 0.01] : [low, high];
}

function columns(layers, lines) {
  const rows = lines.flatMap(line => layers.map((layer, i) => [line.name, layer, line.value[i]]));
  return {name: rows.map(row => row[0]), layer: rows.map(row => row[1]), value: rows.map(row => row[2])};
}
