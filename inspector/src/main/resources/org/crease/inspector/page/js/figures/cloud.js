/** A cloud of points in two or three dimensions, one for each sample. */
import {Camera} from './camera.js';
import {drawLegend} from './legend.js';
import {Gestures} from './gestures.js';

const PADDING = 14;
const REACH = 12;
const FADED = 0.16;
const MOST_FILLED = 1.6;
const MOST_SORTED = 1500;

/** A cloud that can be turned, looked at closely and chosen from. */
export class Cloud {
  #figure;
  #camera = null;
  #points = [];
  #layers = {};
  #marks = {chosen: new Set(), pointed: new Set(), edges: []};
  #legendHeight = 0;
  #fit = 1;

  /** @param {{point: function(?number, Event), choose: function(number[], string)}} hands what to do with samples by their ids */
  constructor(figure, hands) {
    this.#figure = figure;
    figure.svg.attr('class', 'cloud');
    new Gestures(figure.svg, {
      hover: (place, event) => hands.point(this.#nearest(place)?.id ?? null, event),
      click: (place, how) => hands.choose([this.#nearest(place)].filter(Boolean).map(point => point.id), how),
      lasso: (outline, how) => hands.choose(this.#inside(outline), how),
      drag: (x, y) => this.#drag(x, y),
      wheel: (factor, place) => { this.#camera.near(factor, ...this.#toScreen(place)); this.#place(); },
      outline: outline => this.#layers.lasso?.attr('d', outline.length > 1 ? `M${outline.join('L')}Z` : null),
      settle: () => this.#sort(),
      reset: () => this.reset(),
    });
  }

  /** Looks from where one looked at first. */
  reset() {
    this.#camera?.reset();
    this.#place();
    this.#sort();
  }

  /**
   * Shows points.
   *
   * @param {number[]} ids of their samples
   * @param {{shape: number[], data: Float64Array}} coordinates (points, 2 or 3)
   * @param {{color: function(number): string, legend: Object}} look colour by id, and what it means
   * @param {string[]} axes what the axes are called
   */
  show(ids, {shape, data}, look, axes) {
    const width = shape[1];
    const flat = width < 3;
    if (this.#camera?.flat !== flat) this.#camera = new Camera(flat);
    const center = d3.range(width).map(axis => middle(data, axis, width));
    const radius = Math.max(...d3.range(ids.length).map(i => distance(data, i, width, center))) || 1;
    this.#points = Array.from(ids, (id, i) => ({id, at: center.map((value, axis) => (data[i * width + axis] - value) / radius)}));
    this.#figure.table = () => Object.fromEntries([['id', Array.from(ids)],
      ...axes.map((name, axis) => [name, Array.from(ids, (_, i) => data[i * width + axis])])]);
    this.#draw(look, axes);
  }

  /** Colours the points anew. */
  recolor(look, axes) {
    this.#draw(look, axes);
  }

  /** Marks samples and edges between them. */
  mark(marks) {
    Object.assign(this.#marks, marks);
    this.#paint();
  }

  #draw(look, axes) {
    this.#figure.draw(svg => {
      this.#legendHeight = drawLegend(svg, look.legend, PADDING, this.#figure.height, this.#figure.width - 2 * PADDING);
      svg.select('.legend').attr('transform', `translate(${PADDING},${this.#figure.height - this.#legendHeight - 2})`);
      this.#layers.axes = svg.append('g').selectAll('g').data(axes).join('g');
      this.#layers.axes.append('line').attr('class', 'here').attr('stroke-opacity', 0.35);
      this.#layers.axes.append('text').attr('class', 'quiet').attr('text-anchor', 'middle').text(name => name);
      this.#layers.edges = svg.append('g').attr('class', 'here').attr('stroke-width', 1.3).attr('pointer-events', 'none');
      const radius = radiusFor(this.#points.length);
      this.#layers.dots = svg.append('g').selectAll('circle').data(this.#points, point => point.id).join('circle')
          .attr('r', radius).attr('stroke', 'currentColor').attr('fill', point => look.color(point.id)).attr('data-id', point => point.id);
      this.#layers.pointed = svg.append('g').attr('class', 'here').attr('stroke-width', 2).attr('pointer-events', 'none');
      this.#layers.lasso = svg.append('path').attr('class', 'here').attr('stroke-dasharray', '4 3').attr('fill', 'none');
      this.#fill();
      this.#place();
      this.#paint();
      this.#sort();
    });
  }

  /** Finds the scale at which the cloud fills the drawing when it is looked at from where one looks at first. */
  #fill() {
    const home = new Camera(this.#camera.flat);
    const seen = this.#points.map(point => home.see(point.at[0], point.at[1], point.at[2] ?? 0));
    const {width, height} = this.#room();
    const [wide, high] = [0, 1].map(axis => d3.max(seen, place => Math.abs(place[axis])) || 1e-9);
    this.#fit = Math.min(width / wide, height / high, MOST_FILLED * Math.max(width, height));
  }

  /** Puts everything where the camera sees it. */
  #place() {
    if (!this.#camera || !this.#layers.dots) return;
    for (const point of this.#points) {
      const [x, y, z] = this.#camera.see(point.at[0], point.at[1], point.at[2] ?? 0);
      [point.x, point.y] = this.#toPixels(x, y);
      point.z = z;
    }
    this.#layers.dots.attr('cx', point => point.x.toFixed(2)).attr('cy', point => point.y.toFixed(2));
    this.#triad();
    this.#edges();
    this.#rings();
  }

  #paint() {
    if (!this.#layers.dots) return;
    const {chosen} = this.#marks;
    const any = chosen.size > 0;
    this.#layers.dots.attr('fill-opacity', point => !any || chosen.has(point.id) ? 0.88 : FADED)
        .attr('stroke-opacity', point => chosen.has(point.id) ? 1 : any ? 0.1 : 0.35)
        .attr('stroke-width', point => chosen.has(point.id) ? 1.3 : 0.6)
        .attr('data-chosen', point => chosen.has(point.id) ? '' : null);
    this.#edges();
    this.#rings();
  }

  #edges() {
    const byId = new Map(this.#points.map(point => [point.id, point]));
    const seen = this.#marks.edges.filter(([a, b]) => byId.has(a) && byId.has(b));
    this.#layers.edges.selectAll('line').data(seen).join('line').attr('data-edge', edge => edge.join('-'))
        .attr('x1', ([a]) => byId.get(a).x).attr('y1', ([a]) => byId.get(a).y)
        .attr('x2', ([, b]) => byId.get(b).x).attr('y2', ([, b]) => byId.get(b).y);
  }

  #rings() {
    const {pointed} = this.#marks;
    const seen = pointed.size ? this.#points.filter(point => pointed.has(point.id)) : [];
    this.#layers.pointed.selectAll('circle').data(seen).join('circle').attr('data-pointed', point => point.id)
        .attr('r', 7).attr('cx', point => point.x).attr('cy', point => point.y);
  }

  /** Far points first, so that near ones cover them. */
  #sort() {
    if (this.#camera?.flat || this.#points.length > MOST_SORTED) return;
    this.#layers.dots?.sort((one, other) => one.z - other.z);
  }

  /** The axes of the space, small, in a corner. */
  #triad() {
    const length = 24;
    const [x, y] = [PADDING + 30, this.#figure.height - this.#legendHeight - 38];
    this.#layers.axes.each((_, axis, nodes) => {
      const [right, up] = this.#camera.rotate(...d3.range(3).map(each => Number(each === axis)));
      const group = d3.select(nodes[axis]);
      group.select('line').attr('x1', x).attr('y1', y).attr('x2', x + length * right).attr('y2', y - length * up);
      group.select('text').attr('x', x + (length + 9) * right).attr('y', y - (length + 9) * up + 4);
    });
  }

  #drag(x, y) {
    const {scale} = this.#screen();
    if (this.#camera.flat) {
      this.#camera.move(x / scale, -y / scale);
    } else {
      this.#camera.turn(x / 120, y / 120);
    }
    this.#place();
  }

  #nearest([x, y]) {
    let best = null;
    let least = REACH;
    for (const point of this.#points) {
      const far = Math.hypot(point.x - x, point.y - y);
      if (far < least) [best, least] = [point, far];
    }
    return best;
  }

  #inside(outline) {
    return this.#points.filter(point => d3.polygonContains(outline, [point.x, point.y])).map(point => point.id);
  }

  /** Half the width and height that points may take. */
  #room() {
    return {width: this.#figure.width / 2 - PADDING, height: (this.#figure.height - this.#legendHeight - 6) / 2 - PADDING};
  }

  #screen() {
    const {width, height} = this.#room();
    return {left: width + PADDING, top: height + PADDING, scale: this.#fit};
  }

  #toPixels(x, y) {
    const {left, top, scale} = this.#screen();
    return [left + x * scale, top - y * scale];
  }

  #toScreen([x, y]) {
    const {left, top, scale} = this.#screen();
    return [(x - left) / scale, (top - y) / scale];
  }
}

function radiusFor(count) {
  if (count <= 150) return 4.2;
  return count <= 600 ? 3.3 : Math.max(1.6, 3.3 * Math.sqrt(600 / count));
}

function middle(data, axis, width) {
  let least = Infinity;
  let most = -Infinity;
  for (let i = axis; i < data.length; i += width) {
    least = Math.min(least, data[i]);
    most = Math.max(most, data[i]);
  }
  return least <= most ? (least + most) / 2 : 0;
}

function distance(data, point, width, center) {
  return Math.hypot(...center.map((value, axis) => data[point * width + axis] - value));
}
