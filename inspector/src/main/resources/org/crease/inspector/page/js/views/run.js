/** One run: its metrics, and any scalar of any probe over steps and layers. */
import {choice, element} from '../dom.js';
import {change, go} from '../place.js';
import {json} from '../source.js';
import {words} from '../format.js';
import {Figure} from '../figure.js';
import {drawLines} from '../figures/lines.js';
import {drawHeatMap} from '../figures/heat-map.js';

/** Shows the view. */
export async function show(page, {run: name, probe, scalar}) {
  const run = await json('run', {run: name});
  const cards = element('div', {class: 'cards'});
  page.replaceChildren(element('div', {class: 'row'}, element('h1', {}, name), element('span', {class: 'quiet'}, run.status)), cards);
  await losses(cards, run);
  const chosen = run.probes.find(each => each.probe === probe) ?? run.probes[0];
  if (chosen) {
    await map(cards, run, chosen, chosen.scalars.includes(scalar) ? scalar : chosen.scalars[0]);
  }
}

async function losses(cards, run) {
  const names = run.metrics.filter(metric => metric.endsWith('loss'));
  const lines = await Promise.all(names.map(async metric => ({name: metric, ...await json('metrics', {run: run.run, metric})})));
  const figure = new Figure({title: 'Loss', name: `${run.run}-loss`});
  drawLines(figure, lines);
  cards.append(figure.node);
}

async function map(cards, run, probe, scalar) {
  const grid = await json('grid', {run: run.run, probe: probe.probe, scalar});
  const figure = new Figure({title: `${words(scalar)} (${probe.probe})`, name: `${run.run}-${probe.probe}-${scalar}`, width: 1000, wide: true});
  drawHeatMap(figure, grid, '', (step, layer) => go('layer', {run: run.run, step, layer}));
  cards.append(element('div', {class: 'row wide'},
      choice('probe', run.probes.map(each => each.probe), probe.probe, value => change({probe: value, scalar: ''})),
      choice('scalar', probe.scalars, scalar, value => change({probe: probe.probe, scalar: value}))), figure.node);
}
