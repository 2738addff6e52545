/** What a hand does on a drawing: points, clicks, drags, draws a lasso, turns the wheel. */

const SLIP = 4;
const WHEEL = 0.0016;

/** Listens to one drawing. With `lassoing` on, or the shift key down, dragging draws a lasso. */
export class Gestures {
  #hands;
  #svg;
  #from = null;
  #last = null;
  #outline = null;

  /**
   * @param {Object} hands `hover(place, event)`, `click(place, how)`, `lasso(outline, how)`, `drag(x, y)`, `wheel(factor, place)`,
   *     `outline(places)`, `settle()`, `reset()`; `how` is `add` with the control key or a shift-click, else `replace`
   */
  constructor(svg, hands) {
    this.#hands = hands;
    this.#svg = svg;
    svg.style('touch-action', 'none')
        .on('pointerdown', event => this.#down(event))
        .on('pointermove', event => this.#move(event))
        .on('pointerup', event => this.#up(event))
        .on('pointercancel', () => this.#cancel())
        .on('pointerleave', event => { if (!this.#from) hands.hover([-1e6, -1e6], event); })
        .on('wheel', event => this.#wheel(event), {passive: false})
        .on('dblclick', () => hands.reset());
  }

  #down(event) {
    if (event.button !== 0) return;
    this.#from = this.#last = d3.pointer(event, this.#svg.node());
    this.#outline = event.shiftKey || this.#svg.attr('data-lasso') !== null ? [this.#from] : null;
    this.#svg.node().setPointerCapture(event.pointerId);
  }

  #move(event) {
    const place = d3.pointer(event, this.#svg.node());
    if (!this.#from) {
      this.#hands.hover(place, event);
    } else if (this.#outline) {
      this.#outline.push(place);
      this.#hands.outline(this.#outline);
    } else if (this.#slipped(place)) {
      this.#hands.drag(place[0] - this.#last[0], place[1] - this.#last[1]);
      this.#last = place;
    }
  }

  #up(event) {
    if (!this.#from) return;
    const place = d3.pointer(event, this.#svg.node());
    const outline = this.#outline;
    const moved = this.#last !== this.#from || outline && this.#slipped(place);
    const from = this.#from;
    this.#cancel();
    if (!moved) {
      this.#hands.click(from, event.shiftKey || event.ctrlKey || event.metaKey ? 'add' : 'replace');
    } else if (outline) {
      this.#hands.lasso(outline, event.ctrlKey || event.metaKey ? 'add' : 'replace');
    } else {
      this.#hands.settle();
    }
  }

  #cancel() {
    this.#from = this.#last = this.#outline = null;
    this.#hands.outline([]);
  }

  #slipped(place) {
    return this.#last !== this.#from || Math.hypot(place[0] - this.#from[0], place[1] - this.#from[1]) > SLIP;
  }

  #wheel(event) {
    event.preventDefault();
    this.#hands.wheel(Math.exp(-event.deltaY * WHEEL), d3.pointer(event, this.#svg.node()));
  }
}
