/** Looks at points of space from a side: turned, moved, brought near. Parallel rays, so that lengths stay comparable. */

const NEAREST = 60;
const FARTHEST = 0.3;

/** Where one looks from. Points are at most 1 from the origin; the screen reaches from -1 to 1. */
export class Camera {
  constructor(flat) {
    this.flat = flat;
    this.reset();
  }

  /** As at first: flat clouds straight on, others a little from the side. */
  reset() {
    [this.yaw, this.pitch] = this.flat ? [0, 0] : [-0.55, 0.35];
    [this.zoom, this.x, this.y] = [1, 0, 0];
  }

  turn(yaw, pitch) {
    this.yaw += yaw;
    this.pitch = Math.max(-Math.PI / 2, Math.min(Math.PI / 2, this.pitch + pitch));
  }

  move(x, y) {
    this.x += x;
    this.y += y;
  }

  /** Comes nearer by a factor; what is at (x, y) of the screen stays there. */
  near(factor, x = 0, y = 0) {
    const zoom = Math.max(FARTHEST, Math.min(NEAREST, this.zoom * factor));
    this.x = x - (x - this.x) * zoom / this.zoom;
    this.y = y - (y - this.y) * zoom / this.zoom;
    this.zoom = zoom;
  }

  /** A direction as it is seen: right, up, towards the eye. */
  rotate(a, b, c) {
    const right = Math.cos(this.yaw) * a + Math.sin(this.yaw) * c;
    const deep = Math.cos(this.yaw) * c - Math.sin(this.yaw) * a;
    return [right, Math.cos(this.pitch) * b - Math.sin(this.pitch) * deep, Math.sin(this.pitch) * b + Math.cos(this.pitch) * deep];
  }

  /** A point as it is seen: right, up, towards the eye. */
  see(a, b, c) {
    const [right, up, near] = this.rotate(a, b, c);
    return [right * this.zoom + this.x, up * this.zoom + this.y, near];
  }
}
