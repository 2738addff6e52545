/** Maps of several runs with one scale of colours, their difference, and their profiles at one step. */
import {choice, element} from '../../dom.js';
import {Figure} from '../../figure.js';
import {drawBands, spread} from '../../figures/bands.js';
import {drawHeatMap, heightFor} from '../../figures/heat-map.js';
import {steps} from '../../figures/plot.js';
import {drawProfile} from '../../figures/profile.js';
import {go, note} from '../../place.js';
import {json} from '../../source.js';
import {Player} from '../player.js';
import {pick, scalarsOf, scalarWords} from '../scalars.js';
import {difference, domainOf, layersOf, nearestStep, profile, stepsOf} from './grids.js';

const MOST_MAPS = 8;

export class ComparedMaps {
  /**
   * @param {Array<Object>} runs with colours
   * @param {Array<Object>} groups of runs that differ in the seed alone
   * @param {Cursor} cursor shared with other figures
   * @param {function(number)} moved called with the step that is looked at
   */
  constructor(runs, groups, cursor, moved) {
    this.runs = runs;
    this.groups = groups;
    this.cursor = cursor;
    this.moved = moved;
    this.all = scalarsOf(runs.flatMap(run => run.probes)).filter(({probe, scalar}, i, all) =>
      all.findIndex(each => each.probe === probe && each.scalar === scalar) === i);
    this.player = new Player(step => this.#mark(step));
    this.choices = element('div', {class: 'row'});
    this.cards = element('div', {class: 'cards'});
    this.profile = new Figure({title: 'Profile', name: 'compare-profile', height: 260});
    this.bands = new Figure({title: 'Seeds', name: 'compare-seeds', height: 260});
    this.node = element('section', {class: 'maps'}, element('div', {class: 'row bar'}, element('h2', {}, 'Layers'), this.choices), this.player.node, this.cards);
  }

  /** Shows a scalar of a probe, or else the most telling one, at a step. */
  async show({probe, scalar, step, layer}) {
    if (!this.all.length) {
      this.node.hidden = true;
      return;
    }
    this.chosen = pick(this.all, probe, scalar);
    const fetched = await Promise.all(this.runs.map(run => this.#fetch(run)));
    this.shown = this.runs.map((run, i) => ({run, grid: fetched[i]})).filter(each => each.grid.step.length);
    this.layers = layersOf(this.shown.map(each => each.grid));
    this.layer = this.layers.includes(layer) ? layer : this.layers.at(-1);
    this.#choices();
    this.#draw(step === undefined ? null : Number(step));
  }

  /** The keys of the maps. */
  keys() {
    return [
      {keys: [' '], help: 'play the checkpoints, or pause', act: () => this.player.toggle()},
      {keys: ['ArrowLeft'], help: 'previous checkpoint', act: () => this.player.move(-1)},
      {keys: ['ArrowRight'], help: 'next checkpoint', act: () => this.player.move(1)},
    ];
  }

  close() {
    this.player.pause();
  }

  #fetch(run) {
    const {probe, scalar} = this.chosen;
    const has = run.probes.some(each => each.probe === probe && each.scalars.includes(scalar));
    return has ? json('grid', {run: run.run, probe, scalar}) : {step: [], layer: [], value: []};
  }

  #choices() {
    const probes = [...new Set(this.all.map(each => each.probe))];
    const scalars = this.all.filter(each => each.probe === this.chosen.probe).map(each => each.scalar);
    this.choices.replaceChildren(
        choice('probe', probes, this.chosen.probe, probe => this.#choose({probe})),
        choice('scalar', scalars, this.chosen.scalar, scalar => this.#choose({probe: this.chosen.probe, scalar})));
  }

  async #choose(wish) {
    const found = pick(this.all, wish.probe, wish.scalar);
    note({probe: found.probe, scalar: found.scalar});
    await this.show({...found, step: this.player.step ?? undefined, layer: this.layer});
  }

  #draw(step) {
    const grids = this.shown.map(each => each.grid);
    const domain = domainOf(grids);
    this.domain = domain;
    const maps = this.shown.slice(0, MOST_MAPS).map(({run, grid}) => this.#map(run, grid, domain));
    const cards = maps.map(map => map.figure.node);
    if (grids.length === 2) {
      const less = this.#difference(grids);
      if (less) {
        maps.push(less);
        cards.push(less.figure.node);
      }
    }
    this.maps = maps;
    this.seeded = this.groups.some(group => group.runs.length > 1);
    this.cards.replaceChildren(...cards, this.profile.node, ...this.seeded ? [this.bands.node] : []);
    if (this.seeded) this.#drawBands();
    this.player.steps(stepsOf(grids), step);
  }

  #map(run, grid, domain) {
    const figure = new Figure({title: `${run.run}: ${scalarWords(this.chosen.scalar)}`, name: `compare-${run.run}-${this.chosen.scalar}`,
      height: heightFor(grid.layer.length, null)});
    figure.heading.prepend(swatch(run.color));
    const handle = drawHeatMap(figure, grid, {domain, cursor: this.cursor, open: (step, layer) => go('layer', {run: run.run, step, layer})});
    return {figure, grid, handle};
  }

  #difference([a, b]) {
    const grid = difference(b, a);
    if (!grid.step.length || !grid.layer.length) return null;
    const [first, second] = this.shown.map(each => each.run.run);
    const figure = new Figure({title: `Difference: ${second} − ${first}`, name: `compare-difference-${this.chosen.scalar}`,
      height: heightFor(grid.layer.length, null)});
    return {figure, grid, handle: drawHeatMap(figure, grid, {difference: true, cursor: this.cursor})};
  }

  #mark(step) {
    if (!this.maps) return;
    note({step: this.player.slider.value === this.player.slider.max ? '' : step});
    this.maps.forEach(({grid, handle}) => handle.mark(nearestStep(grid, step), null));
    this.profile.title(`${scalarWords(this.chosen.scalar)} over layers at step ${steps(step)}`).tall(heightFor(this.layers.length, null));
    drawProfile(this.profile, this.layers, this.shown.map(({run, grid}) =>
      ({name: run.run, color: run.color, value: profile(grid, step, this.layers)})), {domain: this.domain});
    this.moved(step);
  }

  #drawBands() {
    this.bands.title(`${scalarWords(this.chosen.scalar)} of ${this.layer}: median and range over seeds`);
    this.bands.choices.replaceChildren(choice('layer', this.layers, this.layer, layer => {
      this.layer = layer;
      note({layer});
      this.#drawBands();
    }));
    drawBands(this.bands, this.groups.map(group => ({name: group.name, color: group.color,
      ...spread(this.shown.filter(each => group.runs.some(run => run.run === each.run.run)).map(({grid}) =>
        ({step: grid.step, value: grid.value[grid.layer.indexOf(this.layer)] ?? grid.step.map(() => null)})))})), {cursor: this.cursor});
  }
}

/** A spot of a run's colour. */
export function swatch(color) {
  const spot = element('span', {class: 'swatch', 'aria-hidden': 'true'});
  spot.style.background = color;
  return spot;
}
