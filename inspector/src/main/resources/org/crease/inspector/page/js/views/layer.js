/** One layer at one checkpoint, or several side by side. */
import {choice, element} from '../dom.js';
import {change, here, note} from '../place.js';
import {json} from '../source.js';
import {chooseNothing, chosen, cocycle, idsFromText, idsToText} from '../selection.js';
import {layerChooser} from '../layer/head.js';
import {Panel} from '../layer/panel.js';
import {samplesOf} from '../layer/samples.js';
import {sizesFor} from '../layer/size.js';
import {Steps} from '../layer/steps.js';
import {layersFromText, layersToText, outlineOf} from '../layer/outline.js';

/** Shows the view. */
export async function show(page, parameters) {
  const {run, replay} = parameters;
  const outline = outlineOf(await json('run', {run}), replay ? await json('run', {run, replay}) : null);
  const view = new LayerView(page, outline, await samplesOf(outline.run), parameters);
  await view.open(parameters);
  return {update: other => view.update(other), close: () => view.close()};
}

class LayerView {
  #page;
  #outline;
  #samples;
  #panels = [];
  #parameters;
  #wanted;
  #stop;
  #closed = false;

  constructor(page, outline, samples, parameters) {
    this.#page = page;
    this.#outline = outline;
    this.#samples = samples;
    this.#parameters = parameters;
    this.#wanted = {bar: parameters.bar ?? null};
    this.#stop = [chosen.on(() => this.#remember()), cocycle.on(() => this.#remember())];
    this.onKey = event => this.#press(event);
    addEventListener('keydown', this.onKey);
  }

  /** Lays the page out. */
  async open(parameters) {
    this.#parameters = parameters;
    const {steps, layers, run} = this.#outline;
    this.steps = new Steps(steps, step => this.#show(step));
    const step = this.steps.set(Number(parameters.step ?? steps.at(-1) ?? 0));
    const open = layersFromText(parameters, layers);
    if (!parameters.bar) cocycle.set(null);
    if (parameters.points !== undefined || !parameters.bar) chosen.set(parameters.points === undefined ? new Set() : idsFromText(parameters.points));
    this.#panels.forEach(panel => panel.close());
    this.#panels = open.map(layer => new Panel(this.#common(open.length), layer, open.length > 1 ? () => this.#close(layer) : null));
    await Promise.all(this.#panels.map(panel => panel.show(step)));
    this.colorChoice = element('span');
    const size = sizesFor(open.length);
    this.#page.replaceChildren(
        element('div', {class: 'row layer-head'},
            element('h1', {class: 'away'}, `${open.join(', ')} of ${run.run}`), layerChooser(layers, open, {only: layer => this.#go([layer]), add: layer => layer && this.#go([...open, layer])}),
            this.steps.node, this.colorChoice, this.#replays()),
        element('div', {class: `layers ${size.arrangement}`}, this.#panels.map(panel => panel.node)));
    this.#offerColors();
  }

  /** Takes other parameters in place; what is shown already stays. */
  async update(parameters) {
    if (['run', 'replay'].some(name => (parameters[name] ?? '') !== (this.#parameters[name] ?? ''))) return false;
    const before = this.#parameters;
    this.#parameters = parameters;
    if ((parameters.layers ?? parameters.layer) !== (before.layers ?? before.layer)) {
      this.#wanted.bar = parameters.bar ?? null;
      await this.open(parameters);
      return true;
    }
    if (parameters.points !== undefined && parameters.points !== idsToText(chosen.value)) chosen.set(idsFromText(parameters.points));
    if (parameters.color !== before.color) this.#panels.forEach(panel => panel.recolor());
    if (Number(parameters.step) !== this.steps.step) await this.#render(this.steps.set(Number(parameters.step)));
    return true;
  }

  /** Ends what the view has started. */
  close() {
    this.#closed = true;
    this.steps.pause();
    this.#stop.forEach(stop => stop());
    this.#panels.forEach(panel => panel.close());
    removeEventListener('keydown', this.onKey);
  }

  #common(count) {
    const {run, steps, lastLayer, partitions} = this.#outline;
    return {
      run, steps, lastLayer, partitions, replay: this.#parameters.replay, samples: this.#samples, size: sizesFor(count),
      color: () => this.#parameters.color, wanted: this.#wanted,
    };
  }

  async #show(step) {
    cocycle.set(null);
    await this.#render(step);
    this.#change({step});
  }

  async #render(step) {
    await Promise.all(this.#panels.map(panel => panel.show(step)));
    this.#offerColors();
  }

  #offerColors() {
    const options = [...new Set(this.#panels.flatMap(panel => panel.colorings))];
    this.colorChoice.replaceChildren(choice('colour', options, this.#parameters.color ?? options[0], color => this.#change({color})));
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
    if (this.#closed || !this.#panels.length) return;
    queueMicrotask(() => {
      if (this.#closed || here().view !== 'layer') return;
      note({points: idsToText(chosen.value), bar: cocycle.value?.key ?? ''});
      this.#parameters = here().parameters;
    });
  }

  #change(parameters) {
    if (!this.#closed && here().view === 'layer') change(parameters);
  }

  #press(event) {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return;
    if (['INPUT', 'SELECT', 'TEXTAREA'].includes(event.target.tagName)) return;
    const act = {ArrowLeft: () => this.steps.move(-1), ArrowRight: () => this.steps.move(1), Escape: chooseNothing,
      ' ': event.target.tagName === 'BUTTON' ? null : () => this.steps.toggle()}[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }
}
