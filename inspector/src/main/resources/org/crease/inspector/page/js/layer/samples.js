/** The samples that a run's probes look at: what each is, and how it looks. */
import {element} from '../dom.js';
import {short} from '../format.js';
import {bytes} from '../source.js';
import {readNpz} from '../npz.js';
import {drawPicture, pictureShape} from './picture.js';

const MOST_FEATURES = 6;
let last = {run: null, samples: null};

/**
 * The samples of a run, as it keeps them; of a run without its probe set, one that knows nothing.
 *
 * @param {{run: string, probeSet: boolean, classes: string[]}} run
 */
export async function samplesOf(run) {
  if (last.run !== run.run) {
    const arrays = run.probeSet ? readNpz(await bytes('probe-set', {run: run.run})) : {};
    last = {run: run.run, samples: new Samples(arrays, run.classes ?? [])};
  }
  return last.samples;
}

/** Samples by their ids. */
class Samples {
  #rows;
  #arrays;
  #range;

  constructor(arrays, classes) {
    this.#arrays = arrays;
    this.classes = classes;
    this.ids = Array.from(arrays.id?.data ?? []);
    this.#rows = new Map(this.ids.map((id, row) => [id, row]));
    this.shape = pictureShape(arrays.input?.shape.slice(1) ?? []);
    this.#range = this.shape ? d3.extent(arrays.input.data) : null;
  }

  /** How many numbers an input has; 0 where inputs are unknown. */
  get features() {
    return this.#arrays.input ? this.#arrays.input.shape.slice(1).reduce((product, extent) => product * extent, 1) : 0;
  }

  get hasClasses() {
    return this.#arrays.class !== undefined;
  }

  get hasTargets() {
    return this.#arrays.target !== undefined;
  }

  /** All inputs: `{shape: [samples, features], data}`. */
  get inputs() {
    return {shape: [this.ids.length, this.features], data: this.#arrays.input.data};
  }

  /** The number of a sample's class. */
  classOf(id) {
    return this.hasClasses && this.#rows.has(id) ? this.#arrays.class.data[this.#rows.get(id)] : null;
  }

  /** The name of a class. */
  className(number) {
    return this.classes[number] ?? `class ${number}`;
  }

  /** What a regression learns of a sample; the first number, where it is several. */
  targetOf(id) {
    return this.targetsOf(id)[0] ?? null;
  }

  /** All numbers that a regression learns of a sample. */
  targetsOf(id) {
    if (!this.hasTargets || !this.#rows.has(id)) return [];
    const {shape, data} = this.#arrays.target;
    const width = shape[1] ?? 1;
    return Array.from(data.subarray(width * this.#rows.get(id), width * (this.#rows.get(id) + 1)));
  }

  /** The numbers of an input. */
  inputOf(id) {
    const {features} = this;
    return features && this.#rows.has(id) ? this.#arrays.input.data.subarray(features * this.#rows.get(id), features * (this.#rows.get(id) + 1)) : null;
  }

  /**
   * A sample as one reads it: its picture, its id, what it is.
   *
   * @param {string[]} more lines
   */
  card(id, more = []) {
    const input = this.inputOf(id);
    const lines = [`sample ${id}`];
    if (this.classOf(id) !== null) lines.push(this.className(this.classOf(id)));
    if (this.hasTargets) lines.push(`target ${this.targetsOf(id).slice(0, MOST_FEATURES).map(short).join(', ')}`);
    if (input && !this.shape) lines.push(`input ${Array.from(input.subarray(0, MOST_FEATURES), short).join(', ')}${input.length > MOST_FEATURES ? ' …' : ''}`);
    return element('div', {class: 'sample', 'data-sample': id},
        input && this.shape ? drawPicture(input, this.shape, this.#range) : null,
        element('span', {}, [...lines, ...more].join('\n')));
  }
}
