/** One layer at one checkpoint. */
import {element} from '../dom.js';
import {bytes, json} from '../source.js';
import {readNpz} from '../npz.js';
import {short, words} from '../format.js';
import {Figure} from '../figure.js';
import {drawDiagram} from '../figures/diagram.js';

/** Shows the view. */
export async function show(page, {run, step, layer, replay}) {
  const {findings} = await json('findings', {run, step, layer, replay});
  const cards = element('div', {class: 'cards'});
  page.replaceChildren(element('h1', {}, `${layer} at step ${step}`), cards);
  for (const finding of findings) {
    const where = {run, step, layer, replay, probe: finding.probe};
    cards.append(summary(finding));
    const arrays = readNpz(await bytes('arrays', where));
    const bars = barsOf(arrays);
    if (bars.length) {
      const figure = new Figure({title: 'Persistence diagram', name: `${run}-${step}-${layer}-diagram`, width: 440, height: 440});
      drawDiagram(figure, bars);
      figure.offerArrays(() => bytes('arrays', where));
      cards.append(figure.node);
    }
  }
}

function summary(finding) {
  return element('section', {class: 'card', 'data-probe': finding.probe}, element('h2', {}, finding.probe),
      element('dl', {class: 'facts'}, Object.entries(finding.summary).flatMap(([name, value]) =>
        [element('dt', {}, words(name)), element('dd', {class: 'number', 'data-scalar': name}, short(value))])),
      finding.notes.map(note => element('p', {class: 'quiet'}, note)));
}

function barsOf(arrays) {
  return Object.entries(arrays).filter(([name, array]) => /^h\d+$/.test(name) && array.shape[1] === 2)
      .flatMap(([name, {data}]) => Array.from({length: data.length / 2}, (_, index) =>
        ({dimension: Number(name.slice(1)), index, birth: data[2 * index], death: data[2 * index + 1]})));
}
