/** Distances between diagrams: of the layers of a run, of the runs at a layer. */
import {choice, element} from '../../dom.js';
import {Figure} from '../../figure.js';
import {drawMatrix} from '../../figures/matrix.js';
import {steps} from '../../figures/plot.js';
import {joinNames} from '../../names.js';
import {note} from '../../place.js';
import {recorded} from '../../recorded.js';
import {json} from '../../source.js';

// A report holds the first kind in the first two dimensions.
const KINDS = recorded ? ['sliced-wasserstein'] : ['sliced-wasserstein', 'wasserstein', 'bottleneck'];
const DIMENSIONS = recorded ? ['0', '1'] : ['0', '1', '2'];
const TRIES = 60;
const REST_MILLISECONDS = 350;

export class Distances {
  #turn = 0;
  #timer = null;

  /** @param {Array<Object>} runs as the server tells them */
  constructor(runs, {kind, dimension, of, layer}) {
    this.runs = runs.filter(run => probeOf(run));
    this.kind = KINDS.includes(kind) ? kind : KINDS[0];
    this.dimension = dimension ?? '1';
    this.run = this.runs.find(run => run.run === of) ?? this.runs[0];
    this.layer = layer;
    this.layers = new Figure({title: 'Layers', name: 'distances-of-layers', height: 400});
    this.between = new Figure({title: 'Runs', name: 'distances-of-runs', height: 400});
    this.choices = element('div', {class: 'row'});
    this.node = element('section', {class: 'distances'}, element('div', {class: 'row bar'}, element('h2', {}, 'Distances between diagrams'), this.choices),
        element('div', {class: 'cards'}, this.layers.node, this.between.node));
    this.node.hidden = !this.runs.length;
  }

  /** Shows the distances at a step, once it has rested there. */
  at(step) {
    this.step = step;
    if (this.node.hidden) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#draw(), REST_MILLISECONDS);
  }

  close() {
    clearTimeout(this.#timer);
    this.#turn++;
  }

  async #draw() {
    const turn = ++this.#turn;
    const at = nearest(this.run, this.step);
    const layers = this.run.probes.find(each => each.probe === probeOf(this.run)).layers;
    if (!layers.includes(this.layer)) this.layer = layers.at(-1);
    this.#choices(layers);
    const wish = {probe: probeOf(this.run), dimension: this.dimension, kind: this.kind};
    await this.#fill(turn, this.layers, `Layers of ${this.run.run} at step ${steps(at)}`, 'layer-distances', {run: this.run.run, step: at, ...wish});
    if (this.runs.length < 2) {
      this.between.node.hidden = true;
      return;
    }
    await this.#fill(turn, this.between, `Runs at ${this.layer}, step ${steps(this.step)}`, 'run-distances',
        {runs: joinNames(this.runs.map(run => run.run)), layer: this.layer, step: this.step, ...wish});
  }

  /** Asks until all distances are there; the server stops after some seconds and goes on when asked again. */
  async #fill(turn, figure, title, path, parameters) {
    figure.title(title);
    for (let i = 0; i < TRIES; i++) {
      let answer;
      try {
        answer = await json(path, parameters);
      } catch (problem) {
        if (turn === this.#turn) figure.draw(() => {}).say(problem.message);
        return;
      }
      if (turn !== this.#turn) return;
      figure.node.classList.toggle('wide', answer.name.length > 12);
      drawMatrix(figure, answer.name, answer.value, `${this.kind} H${this.dimension}`);
      figure.node.dataset.complete = answer.complete;
      figure.say(answer.complete ? described(answer) : 'computing …');
      if (answer.complete) return;
    }
  }

  #choices(layers) {
    const set = key => value => {
      this[key] = value;
      note({[key]: value});
      this.#draw();
    };
    this.choices.replaceChildren(choice('kind', KINDS, this.kind, set('kind')), choice('dimension', DIMENSIONS, this.dimension, set('dimension')),
        choice('layers of', this.runs.map(run => run.run), this.run.run, name => {
          this.run = this.runs.find(run => run.run === name);
          note({of: name});
          this.#draw();
        }), choice('runs at', layers, this.layer, set('layer')));
  }
}

/** The probe of a run whose findings hold diagrams. */
function probeOf(run) {
  return run.probes.find(({probe, scalars}) => probe === 'topology' || scalars.some(scalar => /^h\d+_/.test(scalar)))?.probe;
}

function nearest(run, step) {
  const {steps} = run.probes.find(each => each.probe === probeOf(run));
  return steps[d3.bisector(d => d).center(steps, step)];
}

function described({step, value}) {
  const steps = [...new Set(step)];
  const forever = value.flat().includes('Infinity') ? ' ∞: different numbers of bars that never die.' : '';
  return (steps.length > 1 ? `Checkpoints nearest to it: ${steps.join(', ')}.` : '') + forever;
}
