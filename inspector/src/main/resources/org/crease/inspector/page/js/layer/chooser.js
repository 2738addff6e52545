/** A choice whose options may change with the data. It is built anew only then, so that it keeps the focus while one chooses. */
import {choice} from '../dom.js';

export class Chooser {
  #box;
  #label;
  #changed;
  #options = '';

  /**
   * @param {Element} box that it alone fills
   * @param {string} label
   * @param {function(string)} changed
   */
  constructor(box, label, changed) {
    this.#box = box;
    this.#label = label;
    this.#changed = changed;
  }

  /** Offers options; fewer than two are no choice. */
  offer(options, chosen) {
    const key = JSON.stringify(options);
    if (key !== this.#options) this.#box.replaceChildren(...(options.length > 1 ? [choice(this.#label, options, chosen, this.#changed)] : []));
    this.#options = key;
    const select = this.#box.querySelector('select');
    if (select) select.value = chosen;
  }
}
