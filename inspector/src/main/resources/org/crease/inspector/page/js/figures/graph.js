/** A graph of clusters, as Mapper makes it. */
import {drawLegend} from './legend.js';
import {spread} from './spread.js';

const PADDING = 16;
const TURNS = 300;
const STEP = 55;
const SMALLEST = 4;
const LARGEST = 18;

/**
 * Lays a graph out by springs and draws it. Every start is the same, so the same graph looks the same every time.
 *
 * @param {Array<{index: number, size: number, color: string}>} nodes sizes are numbers of members
 * @param {Array<[number, number]>} edges by index of their nodes
 * @param {Object} legend what the colours mean
 * @param {{point: function(?number, Event), choose: function(?number, string)}} hands what to do with a node, by its index
 * @returns {{mark: function(function(number): number, function(number): boolean)}} tells each node the share of its members
 *     that are chosen, and whether one is pointed at
 */
export function drawGraph(figure, nodes, edges, legend, hands) {
  const laid = layOut(figure, nodes, edges);
  figure.table = () => ({node: nodes.map(n => n.index), size: nodes.map(n => n.size), x: laid.map(n => n.x), y: laid.map(n => n.y)});
  let mark = () => {};
  let state = [() => 0, () => false];
  figure.draw(svg => {
    const height = drawLegend(svg, legend, PADDING, 0, figure.width - 2 * PADDING);
    svg.select('.legend').attr('transform', `translate(${PADDING},${figure.height - height - 2})`);
    const {x, y} = scalesOf(figure, laid, height);
    const map = svg.append('g');
    map.append('g').attr('class', 'here').attr('stroke-opacity', 0.35).selectAll('line').data(edges).join('line')
        .attr('stroke-width', 1.4).attr('data-edge', edge => edge.join('-'))
        .attr('x1', ([a]) => x(laid[a].x)).attr('y1', ([a]) => y(laid[a].y)).attr('x2', ([, b]) => x(laid[b].x)).attr('y2', ([, b]) => y(laid[b].y));
    const circles = map.append('g').selectAll('circle').data(laid).join('circle')
        .attr('cx', node => x(node.x)).attr('cy', node => y(node.y)).attr('r', node => node.radius).attr('fill', node => node.color)
        .attr('stroke', 'var(--paper)').attr('stroke-width', 1.5).attr('data-node', node => node.index).attr('data-open', '')
        .on('pointermove', (event, node) => hands.point(node.index, event))
        .on('pointerleave', event => hands.point(null, event))
        .on('click', (event, node) => hands.choose(node.index, event.shiftKey ? 'add' : 'replace'));
    const arcs = map.append('g').attr('pointer-events', 'none').selectAll('path').data(laid).join('path').attr('class', 'here').attr('stroke-width', 3)
        .attr('transform', node => `translate(${x(node.x)},${y(node.y)})`);
    mark = () => {
      const [share, isPointed] = state;
      circles.attr('data-share', node => share(node.index) || null);
      arcs.attr('d', node => ring(node, share(node.index), isPointed(node.index)));
    };
    mark();
  });
  return {mark(share, isPointed) { state = [share, isPointed]; mark(); }};
}

function layOut(figure, nodes, edges) {
  const most = d3.max(nodes, node => node.size) || 1;
  const shrink = Math.min(1, Math.sqrt(60 / Math.max(1, nodes.length)));
  const places = spread(nodes.length, edges);
  const laid = nodes.map((node, i) => ({...node, x: STEP * places[i][0], y: STEP * places[i][1], 
    radius: (SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(node.size / most)) * Math.max(0.35, shrink)}));
  const links = edges.map(([source, target]) => ({source, target}));
  d3.forceSimulation(laid).stop().alpha(0.5)
      .force('link', d3.forceLink(links).distance(link => link.source.radius + link.target.radius + 14).strength(0.9))
      .force('apart', d3.forceManyBody().strength(-120).distanceMax(400))
      .force('touch', d3.forceCollide(node => node.radius + 2))
      .force('x', d3.forceX().strength(0.05)).force('y', d3.forceY().strength(0.05 * figure.width / figure.height))
      .tick(TURNS);
  return laid;
}

function scalesOf(figure, laid, legendHeight) {
  const [left, right] = [d3.min(laid, n => n.x - n.radius) ?? 0, d3.max(laid, n => n.x + n.radius) ?? 1];
  const [top, bottom] = [d3.min(laid, n => n.y - n.radius) ?? 0, d3.max(laid, n => n.y + n.radius) ?? 1];
  const [width, height] = [figure.width - 2 * PADDING, figure.height - legendHeight - 2 * PADDING];
  const scale = Math.min(width / (right - left || 1), height / (bottom - top || 1), 1.6);
  return {
    x: value => figure.width / 2 + (value - (left + right) / 2) * scale,
    y: value => PADDING + height / 2 + (value - (top + bottom) / 2) * scale,
  };
}

/** A ring around a node, as long as the share of its members that are chosen; a thin whole one when it is pointed at. */
function ring(node, share, isPointed) {
  const whole = d3.arc()({innerRadius: node.radius + 2, outerRadius: node.radius + 2, startAngle: 0, endAngle: 2 * Math.PI});
  if (isPointed) return whole;
  return share ? d3.arc()({innerRadius: node.radius + 2, outerRadius: node.radius + 2, startAngle: 0, endAngle: 2 * Math.PI * share}) : null;
}
