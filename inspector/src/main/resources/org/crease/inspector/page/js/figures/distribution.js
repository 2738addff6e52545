/** Histograms over steps: a column a histogram, darker where more of its values are. */
import {tip} from '../dom.js';
import {short} from '../format.js';

const MARGIN = {top: 8, right: 14, bottom: 34, left: 56};
const BINS = 48;

/**
 * Draws histograms on one grid of values. What lies in a bucket is spread over it evenly.
 *
 * @param {Array<{step: number, left: number[], right: number[], count: number[]}>} histograms in order of step
 */
export function drawDistribution(figure, histograms) {
  figure.table = () => columns(histograms);
  figure.draw(svg => {
    const filled = histograms.flatMap(each => each.count.flatMap((count, i) => count > 0 ? [each.left[i], each.right[i]] : []))
        .filter(Number.isFinite);
    const [low, high] = filled.length ? d3.extent(filled) : [0, 1];
    const y = d3.scaleLinear(low === high ? [low - 0.5, high + 0.5] : [low, high], [figure.height - MARGIN.bottom, MARGIN.top]);
    const x = d3.scaleBand(d3.range(histograms.length), [MARGIN.left, figure.width - MARGIN.right]);
    const cells = histograms.flatMap((each, column) => shares(each, y.domain()).map((share, row) => ({column, row, share, step: each.step})))
        .filter(cell => cell.share > 0);
    const ink = d3.scaleSqrt([0, d3.max(cells, cell => cell.share) || 1], [0.04, 1]);
    const size = (y.range()[0] - y.range()[1]) / BINS;
    svg.append('g').selectAll('rect').data(cells).join('rect')
        .attr('x', cell => x(cell.column)).attr('width', x.bandwidth() + 0.2)
        .attr('y', cell => y.range()[0] - (cell.row + 1) * size).attr('height', size + 0.2)
        .attr('fill', '#0072b2').attr('fill-opacity', cell => ink(cell.share))
        .on('pointermove', (event, cell) => tip.show(event, `step ${cell.step}, about ${short(y.invert(y.range()[0] - (cell.row + 0.5) * size))}: `
          + `${short(100 * cell.share)} %`))
        .on('pointerleave', () => tip.hide());
    axes(svg, figure, x, y, histograms);
  });
}

/** What share of a histogram lies in each of the grid's bins. */
function shares({left, right, count}, [low, high]) {
  const bins = new Array(BINS).fill(0);
  const total = d3.sum(count);
  const place = value => (value - low) / (high - low) * BINS;
  count.forEach((weight, i) => {
    if (!(weight > 0) || !Number.isFinite(left[i]) || !Number.isFinite(right[i])) return;
    const from = place(left[i]);
    const to = place(right[i]);
    for (let bin = Math.max(0, Math.floor(from)); bin < BINS && bin <= to; bin++) {
      const covered = to > from ? Math.max(0, Math.min(bin + 1, to) - Math.max(bin, from)) / (to - from) : 1;
      bins[bin] += weight / total * covered;
      if (to <= from) return;
    }
  });
  return bins;
}

function axes(svg, figure, x, y, histograms) {
  const every = Math.max(1, Math.ceil(histograms.length / 8));
  svg.append('g').attr('class', 'axis').attr('transform', `translate(0,${figure.height - MARGIN.bottom})`)
      .call(d3.axisBottom(x).tickValues(d3.range(0, histograms.length, every)).tickFormat(i => histograms[i].step));
  svg.append('g').attr('class', 'axis').attr('transform', `translate(${MARGIN.left},0)`).call(d3.axisLeft(y).ticks(5));
  svg.append('text').attr('class', 'quiet').attr('x', figure.width - MARGIN.right).attr('y', figure.height - 4)
      .attr('text-anchor', 'end').text('step');
}

function columns(histograms) {
  const rows = histograms.flatMap(each => each.count.map((count, i) => [each.step, each.left[i], each.right[i], count]));
  return Object.fromEntries(['step', 'left', 'right', 'count'].map((name, i) => [name, rows.map(row => row[i])]));
}
