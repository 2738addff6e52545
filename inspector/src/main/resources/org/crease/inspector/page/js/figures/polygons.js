/** Many convex polygons that tile a window of the plane. */

const CELLS_A_POLYGON = 2;
const MOST_CELLS = 512;

/** Polygons one after the other, as the partition probe writes them. */
export class Polygons {
  #cells = null;

  /**
   * @param {Float64Array} vertices corners, two numbers each
   * @param {Int32Array} offsets where each polygon begins, and their end
   */
  constructor(vertices, offsets) {
    this.vertices = vertices;
    this.offsets = offsets;
    this.count = offsets.length - 1;
  }

  /** The corners of a polygon. */
  corners(polygon) {
    return d3.range(this.offsets[polygon], this.offsets[polygon + 1]).map(corner => this.corner(corner));
  }

  /** A corner by its row. */
  corner(row) {
    return [this.vertices[2 * row], this.vertices[2 * row + 1]];
  }

  /** Left, right, bottom and top of them all. */
  get window() {
    const xs = this.vertices.filter((_, i) => i % 2 === 0);
    const ys = this.vertices.filter((_, i) => i % 2 === 1);
    return [...d3.extent(xs), ...d3.extent(ys)];
  }

  /** SVG's path of some polygons. */
  path(polygons, x, y) {
    return polygons.map(polygon => `M${this.corners(polygon).map(([a, b]) => `${x(a).toFixed(2)},${y(b).toFixed(2)}`).join('L')}Z`).join('');
  }

  /** The polygon over a point, or -1. */
  at(a, b) {
    this.#cells ??= new Cells(this);
    return this.#cells.near(a, b).find(polygon => d3.polygonContains(this.corners(polygon), [a, b])) ?? -1;
  }
}

/** A grid whose cells know the polygons whose boxes reach into them, so that few have to be looked at. */
class Cells {
  constructor(polygons) {
    [this.left, this.right, this.bottom, this.top] = polygons.window;
    this.side = Math.max(1, Math.min(MOST_CELLS, Math.ceil(Math.sqrt(polygons.count * CELLS_A_POLYGON))));
    this.cells = new Map();
    d3.range(polygons.count).forEach(polygon => this.#add(polygon, polygons.corners(polygon)));
  }

  #add(polygon, corners) {
    const [low, high] = d3.extent(corners, corner => this.#column(corner[0]));
    const [first, last] = d3.extent(corners, corner => this.#row(corner[1]));
    for (let row = first; row <= last; row++) {
      for (let column = low; column <= high; column++) {
        const cell = row * this.side + column;
        if (this.cells.has(cell)) this.cells.get(cell).push(polygon); else this.cells.set(cell, [polygon]);
      }
    }
  }

  near(a, b) {
    return this.cells.get(this.#row(b) * this.side + this.#column(a)) ?? [];
  }

  #column(a) {
    return clamp(Math.floor((a - this.left) / (this.right - this.left) * this.side), this.side);
  }

  #row(b) {
    return clamp(Math.floor((b - this.bottom) / (this.top - this.bottom) * this.side), this.side);
  }
}

function clamp(cell, side) {
  return Math.max(0, Math.min(side - 1, cell || 0));
}
