/** The linear regions of a plane: polygons, the decision boundary on them, and data. */
import {drawLegend} from './legend.js';

const PADDING = 8;
const MOST_OUTLINED = 20000;

/**
 * Draws a map of regions. All regions of one colour are one path, so that a hundred thousand of them stay fluent.
 *
 * @param {Polygons} polygons
 * @param {Object} look `groups`: [{color, polygons, name}]; `areas`: [{color, parts}] of convex parts drawn over them; `legend`;
 *     `lines`: [{segments, label, width}]; `points`: [{id, at, color}]; `window`: left, right, bottom, top
 * @param {{hover: function(number, ?number, Event), choose: function(number[], string)}} hands polygon and sample under the pointer
 * @returns {{mark: function({chosen: Set, pointed: Set})}}
 */
export function drawRegions(figure, polygons, look, hands) {
  let state = {chosen: new Set(), pointed: new Set()};
  let show = () => {};
  figure.draw(svg => {
    const height = drawLegend(svg, look.legend, PADDING, 0, figure.width - 2 * PADDING);
    svg.select('.legend').attr('transform', `translate(${PADDING},${figure.height - height - 2})`);
    const {x, y} = scalesOf(figure, look.window, height);
    const frame = framed(svg, x, y);
    const map = frame.append('g').attr('class', 'map');
    fill(map, polygons, look, x, y);
    const over = map.append('path').attr('class', 'here').attr('stroke-width', 2)
        .attr('vector-effect', 'non-scaling-stroke').attr('pointer-events', 'none');
    lines(map, look.lines ?? [], x, y);
    const dots = points(map, look.points ?? [], x, y);
    follow({box: glass(frame, x, y), map, over, dots, x, y, polygons, look, hands});
    show = () => mark(dots, state);
    show();
  });
  return {mark(marks) { state = marks; show(); }};
}

function scalesOf(figure, [left, right, bottom, top], legendHeight) {
  const width = figure.width - 2 * PADDING;
  const height = figure.height - legendHeight - 2 * PADDING;
  const scale = Math.min(width / (right - left), height / (top - bottom));
  const [wide, high] = [scale * (right - left), scale * (top - bottom)];
  const [from, over] = [(figure.width - wide) / 2, PADDING + (height - high) / 2];
  return {x: d3.scaleLinear([left, right], [from, from + wide]), y: d3.scaleLinear([bottom, top], [over + high, over])};
}

/** A nested drawing cuts off what zooming moves outside, without ids that could be taken twice on the page. */
function framed(svg, x, y) {
  const [left, right] = x.range();
  const [bottom, top] = y.range();
  return svg.append('svg').attr('x', left).attr('y', top).attr('width', right - left).attr('height', bottom - top)
      .attr('viewBox', `${left} ${top} ${right - left} ${bottom - top}`).attr('overflow', 'hidden').attr('class', 'frame');
}

/** What the pointer moves over. */
function glass(frame, x, y) {
  const [left, right] = x.range();
  const [bottom, top] = y.range();
  return frame.append('rect').attr('x', left).attr('y', top).attr('width', right - left).attr('height', bottom - top)
      .attr('fill', 'transparent').attr('stroke', 'currentColor').attr('stroke-opacity', 0.3);
}

function fill(map, polygons, {groups, areas = []}, x, y) {
  map.append('g').selectAll('path').data(groups).join('path')
      .attr('d', group => polygons.path(group.polygons, x, y)).attr('fill', group => group.color)
      .attr('data-group', group => group.name).attr('data-polygons', group => group.polygons.length);
  map.append('g').selectAll('path').data(areas).join('path').attr('fill', area => area.color).attr('fill-opacity', 0.85)
      .attr('d', area => area.parts.map(part => `M${part.map(([a, b]) => `${x(a).toFixed(2)},${y(b).toFixed(2)}`).join('L')}Z`).join(''))
      .attr('data-area', area => area.name);
  map.append('path').attr('d', polygons.path(d3.range(polygons.count), x, y)).attr('fill', 'none').attr('class', 'borders')
      .attr('stroke', '#5b7083').attr('stroke-opacity', polygons.count > MOST_OUTLINED ? 0.3 : 0.55)
      .attr('stroke-width', polygons.count > 2000 ? 0.3 : 0.6).attr('vector-effect', 'non-scaling-stroke');
}

function lines(map, all, x, y) {
  const path = ({segments}) => segments.map(([[a, b], [c, d]]) =>
    `M${x(a).toFixed(2)},${y(b).toFixed(2)}L${x(c).toFixed(2)},${y(d).toFixed(2)}`).join('');
  for (const [color, more] of [['#fff', 2.2], ['#111', 0]]) {
    map.append('g').attr('class', more ? 'halo' : 'boundary').selectAll('path').data(all).join('path').attr('d', path)
        .attr('stroke', color).attr('stroke-width', line => line.width + more).attr('stroke-linecap', 'round')
        .attr('fill', 'none').attr('vector-effect', 'non-scaling-stroke').attr('data-level', line => line.label);
  }
}

function points(map, all, x, y) {
  const radius = all.length > 400 ? 2.4 : 3.4;
  return map.append('g').attr('class', 'data').selectAll('circle').data(all).join('circle')
      .attr('cx', point => x(point.at[0])).attr('cy', point => y(point.at[1])).attr('r', radius).attr('data-radius', radius)
      .attr('fill', point => point.color).attr('stroke', '#fff').attr('stroke-width', 0.9)
      .attr('vector-effect', 'non-scaling-stroke').attr('data-id', point => point.id);
}

function mark(dots, {chosen, pointed}) {
  dots.attr('fill-opacity', point => !chosen.size || chosen.has(point.id) ? 1 : 0.25)
      .attr('stroke', point => chosen.has(point.id) || pointed.has(point.id) ? '#000' : '#fff')
      .attr('stroke-width', point => pointed.has(point.id) ? 2.4 : chosen.has(point.id) ? 1.6 : 0.9)
      .attr('data-chosen', point => chosen.has(point.id) ? '' : null);
}

function follow({box, map, over, dots, x, y, polygons, look, hands}) {
  let transform = d3.zoomIdentity;
  const place = event => transform.invert(d3.pointer(event, map.node().parentNode));
  const near = ([left, top]) => d3.least((look.points ?? []).map(point =>
    ({point, far: Math.hypot(x(point.at[0]) - left, y(point.at[1]) - top) * transform.k})).filter(each => each.far < 9), each => each.far)?.point ?? null;
  const show = polygon => over.attr('d', polygon < 0 ? null : polygons.path([polygon], x, y)).attr('data-region-pointed', polygon < 0 ? null : polygon);
  box.on('pointermove', event => {
    const at = place(event);
    const polygon = polygons.at(x.invert(at[0]), y.invert(at[1]));
    show(polygon);
    hands.hover(polygon, near(at)?.id ?? null, event);
  }).on('pointerleave', event => {
    show(-1);
    hands.hover(-1, null, event);
  }).on('click', event => {
    const point = near(place(event));
    hands.choose(point ? [point.id] : [], event.shiftKey ? 'add' : 'replace');
  });
  box.call(d3.zoom().scaleExtent([1, 200]).extent([[x.range()[0], y.range()[1]], [x.range()[1], y.range()[0]]])
      .translateExtent([[x.range()[0], y.range()[1]], [x.range()[1], y.range()[0]]])
      .on('zoom', event => {
        transform = event.transform;
        map.attr('transform', transform);
        dots.attr('r', (_, i, nodes) => nodes[i].dataset.radius / transform.k);
      }));
}
