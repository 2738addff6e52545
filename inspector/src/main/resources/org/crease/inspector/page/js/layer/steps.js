/** A slider over checkpoints that can play them. */
import {element} from '../dom.js';

const PAUSE = 350;

export class Steps {
  #moved;
  #steps;
  #at = 0;
  #playing = false;

  /**
   * @param {number[]} steps from the first
   * @param {function(number): Promise} moved shows a step; playing waits for it
   */
  constructor(steps, moved) {
    this.#steps = steps;
    this.#moved = moved;
    const button = (text, title, act) => element('button', {type: 'button', title, 'aria-label': title, on: {click: act}}, text);
    this.button = button('▶', 'Play (space)', () => this.toggle());
    this.slider = element('input', {type: 'range', min: 0, max: Math.max(0, steps.length - 1), step: 1, 'aria-label': 'Checkpoint', on: {input: () => this.#jump(Number(this.slider.value))}});
    this.shown = element('output', {class: 'number'});
    this.node = element('div', {class: 'player'}, button('‹', 'Back (←)', () => this.move(-1)), this.button, button('›', 'On (→)', () => this.move(1)), this.slider, this.shown);
  }

  /** The step it is at. */
  get step() {
    return this.#steps[this.#at];
  }

  /** Goes to the step nearest to a wish, without telling anybody. */
  set(wish) {
    this.#at = Math.max(0, d3.bisector(step => step).center(this.#steps, wish));
    this.slider.value = this.#at;
    this.shown.textContent = `step ${this.step?.toLocaleString('en') ?? '–'} · ${this.#at + 1} of ${this.#steps.length}`;
    return this.step;
  }

  /** Goes some checkpoints on, or back. */
  move(by) {
    this.pause();
    return this.#jump(this.#at + by);
  }

  /** Plays, or pauses; at the end it begins anew. */
  async toggle() {
    if (this.#playing) {
      this.pause();
      return;
    }
    this.#label(true);
    if (this.#at === this.#steps.length - 1) await this.#jump(0);
    while (this.#playing && this.#at < this.#steps.length - 1 && this.node.isConnected) {
      await new Promise(done => setTimeout(done, PAUSE));
      if (this.#playing) await this.#jump(this.#at + 1);
    }
    this.pause();
  }

  pause() {
    this.#label(false);
  }

  #label(playing) {
    this.#playing = playing;
    this.button.textContent = playing ? '❚❚' : '▶';
    this.button.title = `${playing ? 'Pause' : 'Play'} (space)`;
    this.button.setAttribute('aria-label', this.button.title);
  }

  async #jump(at) {
    if (at < 0 || at >= this.#steps.length || at === this.#at) return;
    await this.#moved(this.set(this.#steps[at]));
  }
}
