/** The map of a run: a scalar over steps and layers, its values at one step beside it, stamps of other scalars below. */
import {choice, element, say} from '../../dom.js';
import {Figure} from '../../figure.js';
import {drawHeatMap, drawStamp, firstRow, heightFor} from '../../figures/heat-map.js';
import {steps} from '../../figures/plot.js';
import {drawProfile} from '../../figures/profile.js';
import {short} from '../../format.js';
import {go, note} from '../../place.js';
import {json} from '../../source.js';
import {Player} from '../player.js';
import {pick, scalarsOf, scalarWords} from '../scalars.js';

const MOST_STAMPS = 10;
const CHOSEN = '#0072b2';
const FIRST = '#8c8c8c';

export class RunMap {
  /**
   * @param {Object} run as the server tells it
   * @param {string} replay whose findings are shown; empty for those found live
   * @param {?Object} strip the line above the map
   * @param {Cursor} cursor shared with other figures
   */
  constructor(run, replay, strip, cursor) {
    this.run = run;
    this.replay = replay;
    this.strip = strip;
    this.cursor = cursor;
    this.all = scalarsOf(run.probes);
    this.layer = null;
    const stem = [run.run, replay].filter(Boolean).join('-');
    this.map = new Figure({title: 'Map', name: `${stem}-map`, width: 860});
    this.profile = new Figure({title: 'Profile', name: `${stem}-profile`, width: 300});
    this.player = new Player(step => this.#mark(step));
    this.stamps = element('div', {class: 'stamps'});
    this.node = element('section', {class: 'map'}, element('div', {class: 'map-row'}, this.map.node, this.profile.node), this.player.node, this.stamps);
  }

  /** Shows a scalar of a probe, or else the most telling one, at a step. */
  async show({probe, scalar, step, layer}) {
    this.chosen = pick(this.all, probe, scalar);
    this.layer = layer ?? this.layer;
    this.grid = await this.#fetch(this.chosen);
    this.#choices();
    this.#draw(step === undefined ? null : Number(step));
    this.#drawStamps();
  }

  /** The keys of the map. */
  keys() {
    const row = by => () => {
      const at = this.grid.layer.indexOf(this.layer);
      this.layer = this.grid.layer[Math.max(0, Math.min(this.grid.layer.length - 1, at < 0 ? 0 : at + by))];
      this.#mark(this.player.step);
    };
    return [
      {keys: [' '], help: 'play the checkpoints, or pause', act: () => this.player.toggle()},
      {keys: ['ArrowLeft'], help: 'previous checkpoint', act: () => this.player.move(-1)},
      {keys: ['ArrowRight'], help: 'next checkpoint', act: () => this.player.move(1)},
      {keys: ['ArrowUp'], help: 'the layer above', act: row(-1)},
      {keys: ['ArrowDown'], help: 'the layer below', act: row(1)},
      {keys: ['Enter'], help: 'open the marked layer', act: () => this.layer && this.#open(this.player.step, this.layer)},
      {keys: ['[', ']'], help: 'previous and next scalar', act: event => this.#turn(event.key === ']' ? 1 : -1)},
    ];
  }

  /** The run has grown: fetches anew, and stays at the last step when it was there. */
  async refresh(run, strip) {
    this.run = run;
    this.strip = strip;
    this.all = scalarsOf(run.probes);
    const atEnd = this.player.at === this.grid.step.length - 1;
    this.grid = await this.#fetch(this.chosen);
    this.#draw(atEnd ? null : this.player.step);
    this.#drawStamps();
  }

  close() {
    this.player.pause();
  }

  #fetch({probe, scalar}) {
    return json('grid', {run: this.run.run, probe, scalar, replay: this.replay || undefined});
  }

  #draw(step) {
    const {probe, scalar} = this.chosen;
    const height = heightFor(this.grid.layer.length, this.strip);
    this.domain = d3.extent(this.grid.value.flat().filter(value => value !== null));
    this.map.title(`${scalarWords(scalar)} · ${probe}`).tall(height);
    this.profile.tall(height);
    this.handle = drawHeatMap(this.map, this.grid, {open: (at, layer) => this.#open(at, layer), strip: this.strip, cursor: this.cursor});
    this.player.steps(this.grid.step, step);
  }

  #choices() {
    const probes = [...new Set(this.all.map(each => each.probe))];
    const scalars = this.all.filter(each => each.probe === this.chosen.probe).map(each => each.scalar);
    this.map.choices.replaceChildren(
        choice('probe', probes, this.chosen.probe, probe => this.#choose({probe})),
        choice('scalar', scalars, this.chosen.scalar, scalar => this.#choose({probe: this.chosen.probe, scalar})));
  }

  async #choose(wish) {
    const found = pick(this.all, wish.probe, wish.scalar);
    note({probe: found.probe, scalar: found.scalar});
    await this.show({...found, step: this.player.step ?? undefined});
  }

  #turn(by) {
    const at = this.all.findIndex(each => each.probe === this.chosen.probe && each.scalar === this.chosen.scalar);
    this.#choose(this.all[(at + by + this.all.length) % this.all.length]);
  }

  #mark(step) {
    if (!this.handle || step === null) return;
    note({step: this.player.at === this.grid.step.length - 1 ? '' : step, layer: this.layer});
    this.handle.mark(step, this.layer);
    const column = this.grid.step.indexOf(step);
    const first = {name: `step ${steps(this.grid.step[0])}`, value: this.grid.value.map(row => row[0]), color: FIRST, faint: true};
    const here = {name: `step ${steps(step)}`, value: this.grid.value.map(row => row[column]), color: CHOSEN};
    this.profile.title(`at step ${steps(step)}`);
    drawProfile(this.profile, this.grid.layer, column === 0 ? [here] : [here, first],
        {domain: this.domain, top: firstRow(this.strip), named: false});
  }

  #open(step, layer) {
    go('layer', {run: this.run.run, replay: this.replay, step, layer});
  }

  /** Draws the stamps as they come; the map does not wait for them. */
  async #drawStamps() {
    const shown = this.all.slice(0, MOST_STAMPS);
    try {
      const grids = await Promise.all(shown.map(each => this.#fetch(each)));
      this.stamps.replaceChildren(...shown.map((each, i) => this.#stamp(each, grids[i])));
    } catch (problem) {
      say(problem.message);
    }
  }

  #stamp({probe, scalar}, grid) {
    const {node, extent: [low, high]} = drawStamp(grid);
    const here = probe === this.chosen.probe && scalar === this.chosen.scalar;
    return element('button', {class: 'stamp', type: 'button', 'aria-pressed': String(here), 'data-stamp': `${probe}/${scalar}`,
      title: `Show ${scalarWords(scalar)} of ${probe} in the map`, on: {click: () => this.#choose({probe, scalar})}},
    element('span', {class: 'name'}, scalarWords(scalar)), node,
    element('span', {class: 'quiet number'}, low === undefined ? 'no values' : `${short(low)} to ${short(high)}`));
  }
}
