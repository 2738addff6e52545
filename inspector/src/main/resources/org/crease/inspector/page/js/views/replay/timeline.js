/** Checkpoints on a line of steps, to choose some: by a click each, or by drawing over many. */
import {tip} from '../../dom.js';

const WIDTH = 1200;
const HEIGHT = 64;
const MARGIN = 22;
const LINE = 26;
const MOST_WORDS = 8;

/** The line, with all chosen at first. */
export class Timeline {
  /**
   * @param {number[]} steps in order
   * @param {function()} changed called when another choice was made
   */
  constructor(steps, changed) {
    this.steps = steps;
    this.changed = changed;
    this.chosen = new Set(steps);
    const svg = d3.create('svg').attr('viewBox', `0 0 ${WIDTH} ${HEIGHT}`).attr('class', 'timeline').attr('role', 'group').attr('aria-label', 'Checkpoints');
    const [low = 0, high = 1] = d3.extent(steps);
    const x = d3.scaleLinear([low, Math.max(high, low + 1)], [MARGIN, WIDTH - MARGIN]);
    svg.append('line').attr('class', 'rail').attr('x1', MARGIN).attr('x2', WIDTH - MARGIN).attr('y1', LINE).attr('y2', LINE);
    svg.append('g').attr('class', 'axis').attr('transform', `translate(0,${LINE + 12})`)
        .call(d3.axisBottom(x).ticks(Math.min(MOST_WORDS, Math.max(1, steps.length))).tickSize(0)).call(axis => axis.select('.domain').remove());
    this.brush = d3.brushX().extent([[0, 2], [WIDTH, LINE + 14]]).on('end', event => this.drawn(event, x));
    this.brushed = svg.append('g').call(this.brush);
    this.dots = svg.append('g').selectAll('circle').data(steps).join('circle')
        .attr('cx', x).attr('cy', LINE).attr('r', Math.max(2.5, Math.min(7, 0.42 * WIDTH / steps.length)))
        .attr('data-step', step => step).attr('tabindex', 0).attr('role', 'checkbox').attr('aria-label', step => `step ${step}`)
        .on('click', (event, step) => this.toggle(step))
        .on('keydown', (event, step) => this.press(event, step))
        .on('pointermove', (event, step) => tip.show(event, `step ${step}`))
        .on('pointerleave', () => tip.hide());
    this.node = svg.node();
    this.draw();
  }

  /** Chooses those for which a test of step, place and all steps holds. */
  choose(test) {
    this.chosen = new Set(this.steps.filter(test));
    this.draw();
    this.changed();
  }

  toggle(step) {
    if (!this.chosen.delete(step)) this.chosen.add(step);
    this.draw();
    this.changed();
  }

  press(event, step) {
    if (event.key !== ' ' && event.key !== 'Enter') return;
    event.preventDefault();
    this.toggle(step);
  }

  drawn({selection, sourceEvent}, x) {
    if (!selection || !sourceEvent) return;
    const [from, to] = selection.map(x.invert);
    this.brushed.call(this.brush.move, null);
    this.choose(step => step >= from && step <= to);
  }

  draw() {
    this.dots.attr('class', step => this.chosen.has(step) ? 'checkpoint chosen' : 'checkpoint').attr('aria-checked', step => this.chosen.has(step));
  }

  close() {
    tip.hide();
  }
}
