/** A slider over checkpoints that can play them. */
import {element} from '../dom.js';

const FRAME_MILLISECONDS = 160;
const LONGEST_SHOW = 15000;

export class Player {
  #steps = [];
  #timer = null;

  /** @param {function(number)} moved called with the step, whenever it changes */
  constructor(moved) {
    this.moved = moved;
    this.at = 0;
    this.button = element('button', {class: 'play', type: 'button', title: 'Play (space)', 'aria-label': 'Play', on: {click: () => this.toggle()}}, '▶');
    this.slider = element('input', {type: 'range', min: 0, step: 1, 'aria-label': 'Checkpoint', on: {input: () => {
      this.pause();
      this.#go(Number(this.slider.value));
    }}});
    this.shown = element('output', {class: 'number'});
    this.node = element('div', {class: 'timeline'}, this.button, this.slider, this.shown);
  }

  /** The step it is at, or null when there are none. */
  get step() {
    return this.#steps[this.at] ?? null;
  }

  /** Takes other steps and goes to the one nearest to a wish, or to the last. */
  steps(steps, wish = null) {
    this.#steps = steps;
    this.slider.max = Math.max(0, steps.length - 1);
    this.node.hidden = steps.length < 2;
    this.#go(wish === null || !steps.length ? steps.length - 1 : d3.bisector(d => d).center(steps, wish));
  }

  /** Goes some checkpoints on, or back. */
  move(by) {
    this.pause();
    this.#go(Math.max(0, Math.min(this.#steps.length - 1, this.at + by)));
  }

  /** Plays, or pauses; at the end it begins anew. */
  toggle() {
    if (this.#timer) {
      this.pause();
      return;
    }
    if (this.#steps.length < 2) return;
    if (this.at >= this.#steps.length - 1) this.#go(0);
    const stride = Math.max(1, Math.ceil(this.#steps.length * FRAME_MILLISECONDS / LONGEST_SHOW));
    this.#timer = setInterval(() => {
      this.#go(Math.min(this.#steps.length - 1, this.at + stride));
      if (this.at >= this.#steps.length - 1) this.pause();
    }, FRAME_MILLISECONDS);
    this.#label('❚❚', 'Pause');
  }

  pause() {
    clearInterval(this.#timer);
    this.#timer = null;
    this.#label('▶', 'Play');
  }

  #label(text, name) {
    this.button.textContent = text;
    this.button.title = `${name} (space)`;
    this.button.setAttribute('aria-label', name);
  }

  #go(index) {
    this.at = Math.max(0, index);
    this.slider.value = this.at;
    this.shown.textContent = this.step === null ? '' : `step ${this.step.toLocaleString('en')}`;
    if (this.step !== null) this.moved(this.step);
  }
}
