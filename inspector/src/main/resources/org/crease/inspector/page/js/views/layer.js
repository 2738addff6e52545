/** One layer at one checkpoint, or several side by side. */
import {choice, element} from '../dom.js';
import {change, here, note} from '../place.js';
import {shrinkAll} from '../figure.js';
import {offerKeys} from '../keys.js';
import {follow} from '../live.js';
import {json} from '../source.js';
import {Player} from './player.js';
import {forgetAll} from '../layer/findings.js';
import {chooseNothing, chosen, cocycle, idsFromText, idsToText} from '../selection.js';
import {Chooser} from '../layer/chooser.js';
import {layerChooser} from '../layer/head.js';
import {Panel} from '../layer/panel.js';
import {samplesOf} from '../layer/samples.js';
import {sizesFor} from '../layer/size.js';
import {layersFromText, layersToText, outlineOf} from '../layer/outline.js';

let lastRun = null;

/** Shows the view. */
export async function show(page, parameters) {
  const {run, replay} = parameters;
  if (run !== lastRun) chooseNothing();
  lastRun = run;
  const outline = await outlineFor(run, replay);
  const view = new LayerView(page, outline, await samplesOf(outline.run), parameters);
  await view.open(parameters);
  return {update: other => view.update(other), close: () => view.close()};
}

async function outlineFor(run, replay) {
  return outlineOf(await json('run', {run}), replay ? await json('run', {run, replay}) : null);
}

class LayerView {
  #page;
  #outline;
  #samples;
  #panels = [];
  #parameters;
  #wanted;
  #stop;
  #wish = null;
  #at = null;
  #written = null;
  #rendering = null;
  #closed = false;

  constructor(page, outline, samples, parameters) {
    this.#page = page;
    this.#outline = outline;
    this.#samples = samples;
    this.#parameters = parameters;
    this.#wanted = {bar: parameters.bar ?? null};
    this.#stop = [chosen.on(() => this.#remember()), cocycle.on(() => this.#remember())];
    this.player = new Player(step => this.#move(step));
    this.colorChoice = element('span');
    this.chooser = new Chooser(this.colorChoice, 'colour', color => this.#change({color}));
    offerKeys('layer', [
      {keys: ['ArrowLeft'], help: 'the checkpoint before', act: () => this.player.move(-1)},
      {keys: ['ArrowRight'], help: 'the next checkpoint', act: () => this.player.move(1)},
      {keys: [' '], help: 'play or pause', act: () => this.player.toggle()},
      {keys: ['Escape'], help: 'choose nothing; back to the card', act: () => { chooseNothing(); shrinkAll(); }},
    ]);
  }

  /** Lays the page out for the layers that the address names. */
  async open(parameters) {
    this.#parameters = parameters;
    const {steps, layers, run} = this.#outline;
    this.live ??= follow(() => this.#refresh());
    if (!steps.length) {
      this.#page.replaceChildren(element('p', {class: 'card quiet'}, `No probe has looked at ${run.run} yet.`));
      return;
    }
    const open = layersFromText(parameters, layers);
    const size = sizesFor(open.length);
    this.#select(parameters);
    this.#panels.forEach(panel => panel.close());
    this.#panels = open.map(layer => new Panel(this.#common(size), layer, open.length > 1 ? () => this.#close(layer) : null));
    this.#at = null;
    this.player.steps(steps, parameters.step === undefined ? null : Number(parameters.step));
    await this.#rendering;
    this.#page.replaceChildren(
        element('div', {class: 'row layer-head'}, element('h1', {class: 'away'}, `${open.join(', ')} of ${run.run}`),
            layerChooser(layers, open, {only: layer => this.#go([layer]), add: layer => layer && this.#go([...open, layer])}),
            this.player.node, this.colorChoice, this.#replays()),
        element('div', {class: `layers ${size.arrangement}`}, this.#panels.map(panel => panel.node)));
  }

  /** Takes other parameters in place; what is shown already stays. */
  async update(parameters) {
    if (['run', 'replay'].some(name => (parameters[name] ?? '') !== (this.#parameters[name] ?? ''))) return false;
    const before = this.#parameters;
    this.#parameters = parameters;
    if ((parameters.layers ?? parameters.layer) !== (before.layers ?? before.layer)) {
      await this.open(parameters);
      return true;
    }
    if (parameters.points !== undefined && parameters.points !== idsToText(chosen.value)) chosen.set(idsFromText(parameters.points));
    if (parameters.color !== before.color) this.#panels.forEach(panel => panel.recolor());
    // A step of its own hand comes back here when playing has gone on meanwhile.
    const step = parameters.step === undefined ? this.#written : Number(parameters.step);
    if (step !== this.#written && step !== this.player.step) this.player.steps(this.#outline.steps, step);
    await this.#rendering;
    return true;
  }

  /** Ends what the view has started. */
  close() {
    this.#closed = true;
    this.live?.close();
    this.player.pause();
    this.#stop.forEach(stop => stop());
    this.#panels.forEach(panel => panel.close());
  }

  /** Fetches what has been written since; who looks at the last step stays at the last. Returns whether there was anything. */
  async #refresh() {
    const {run, replay} = this.#parameters;
    const {version} = await json('version', {run});
    if (version === this.#outline.run.version) return false;
    const before = this.#outline;
    this.#outline = await outlineFor(run, replay);
    const {layers, steps} = this.#outline;
    if (before.steps.some(step => !steps.includes(step))) forgetAll();
    if (layers.join() !== before.layers.join()) {
      await this.open(here().parameters);
    } else {
      const last = this.player.step === before.steps.at(-1);
      if (last) this.#at = null;
      this.player.steps(steps, last ? null : this.player.step);
      await this.#rendering;
    }
    return true;
  }

  /** Chooses what the address says; what it is silent about stays, so that too many samples for an address survive. */
  #select({points, bar}) {
    this.#wanted.bar = bar ?? null;
    if (!bar) cocycle.set(null);
    if (points !== undefined) chosen.set(idsFromText(points));
  }

  #common(size) {
    const {run, lastLayer} = this.#outline;
    return {
      run, lastLayer, outline: () => this.#outline, replay: this.#parameters.replay, samples: this.#samples, size,
      color: () => this.#parameters.color, wanted: this.#wanted,
    };
  }

  #move(step) {
    this.#wish = step;
    this.#rendering ??= this.#follow().finally(() => { this.#rendering = null; });
  }

  /** Shows the step wished for; when playing is faster than drawing, steps in between are left out. */
  async #follow() {
    while (this.#wish !== this.#at && !this.#closed) {
      const step = this.#wish;
      if (this.#at !== null) cocycle.set(null);
      await Promise.all(this.#panels.map(panel => panel.show(step)));
      this.#at = step;
      this.#offerColors();
      this.#written = step;
      this.#change({step});
    }
  }

  #offerColors() {
    const options = [...new Set(this.#panels.flatMap(panel => panel.colorings))];
    this.chooser.offer(options, options.includes(this.#parameters.color) ? this.#parameters.color : options[0]);
  }

  #replays() {
    const {replays} = this.#outline.run;
    return replays.length ? choice('with replay', ['', ...replays], this.#parameters.replay ?? '', replay => this.#change({replay})) : null;
  }

  #go(layers) {
    this.#change({layer: layers[0], layers: layers.length > 1 ? layersToText(layers) : '', bar: ''});
  }

  #close(layer) {
    this.#go(this.#panels.map(panel => panel.layer).filter(other => other !== layer));
  }

  /** Keeps the selection in the address. */
  #remember() {
    queueMicrotask(() => {
      if (this.#closed || here().view !== 'layer') return;
      note({points: idsToText(chosen.value), bar: cocycle.value?.key ?? ''});
      this.#parameters = here().parameters;
    });
  }

  #change(parameters) {
    if (!this.#closed && this.#page.isConnected) change(parameters);
  }
}
