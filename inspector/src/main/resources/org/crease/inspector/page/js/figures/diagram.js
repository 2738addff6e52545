/** A persistence diagram. */
import {tip} from '../dom.js';
import {short} from '../format.js';
import {series} from '../colors.js';

const MARGIN = {top: 22, right: 14, bottom: 36, left: 52};

/**
 * Draws a diagram: a point a bar, those that never die on a line of their own at the top.
 *
 * @param {Array<{dimension: number, index: number, birth: number, death: number}>} bars
 */
export function drawDiagram(figure, bars) {
  figure.table = () => ({dimension: bars.map(b => b.dimension), birth: bars.map(b => b.birth), death: bars.map(b => b.death)});
  figure.draw(svg => {
    const most = d3.max(bars.flatMap(bar => [bar.birth, bar.death]).filter(Number.isFinite)) || 1;
    const x = d3.scaleLinear([0, most], [MARGIN.left, figure.width - MARGIN.right]).nice();
    const y = d3.scaleLinear([0, most], [figure.height - MARGIN.bottom, MARGIN.top + 14]).nice();
    const forever = MARGIN.top - 6;
    axes(svg, figure, x, y, forever);
    svg.append('g').selectAll('circle').data(bars).join('circle')
        .attr('cx', bar => x(bar.birth)).attr('cy', bar => Number.isFinite(bar.death) ? y(bar.death) : forever)
        .attr('r', 3.2).attr('fill', bar => series(bar.dimension)).attr('fill-opacity', 0.75)
        .attr('data-bar', bar => `${bar.dimension}/${bar.index}`)
        .on('pointermove', (event, bar) => tip.show(event, describe(bar)))
        .on('pointerleave', () => tip.hide());
  });
}

/** A bar in words. */
export function describe(bar) {
  return `H${bar.dimension}: born at ${short(bar.birth)}, ${Number.isFinite(bar.death) ? `dies at ${short(bar.death)}` : 'never dies'}`;
}

function axes(svg, figure, x, y, forever) {
  svg.append('g').attr('class', 'axis').attr('transform', `translate(0,${figure.height - MARGIN.bottom})`).call(d3.axisBottom(x).ticks(6));
  svg.append('g').attr('class', 'axis').attr('transform', `translate(${MARGIN.left},0)`).call(d3.axisLeft(y).ticks(6));
  const top = Math.min(x.domain()[1], y.domain()[1]);
  svg.append('g').attr('class', 'axis').append('line').attr('x1', x(0)).attr('y1', y(0)).attr('x2', x(top)).attr('y2', y(top));
  svg.append('g').attr('class', 'axis').append('line').attr('stroke-dasharray', '3 3')
      .attr('x1', x.range()[0]).attr('x2', x.range()[1]).attr('y1', forever).attr('y2', forever);
  svg.append('text').attr('class', 'quiet').attr('x', x.range()[0] - 8).attr('y', forever + 4).attr('text-anchor', 'end').text('∞');
  svg.append('text').attr('class', 'quiet').attr('x', x.range()[1]).attr('y', figure.height - 4).attr('text-anchor', 'end').text('birth');
  svg.append('text').attr('class', 'quiet').attr('x', 6).attr('y', MARGIN.top + 12).text('death');
}
