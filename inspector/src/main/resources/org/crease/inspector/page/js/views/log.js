/** A TensorBoard log of another program: its scalars and its histograms. */
import {element} from '../dom.js';
import {Figure} from '../figure.js';
import {drawDistribution} from '../figures/distribution.js';
import {json} from '../source.js';
import {Charts} from './charts.js';

const MOST_DISTRIBUTIONS = 24;

/** Shows the view. */
export async function show(page, parameters) {
  const {log} = parameters;
  const {tags, problems} = await json('log', {log});
  const named = kind => tags.filter(tag => tag.kind === kind).map(tag => tag.tag);
  const scalars = named('scalar').map(tag => ({title: tag, lines: [{name: tag, run: log, metric: tag, question: ['log-scalars', {log, tag}]}]}));
  const charts = new Charts(scalars, log, parameters);
  const histograms = named('histogram');
  const cards = element('div', {class: 'cards'});
  page.replaceChildren(
      element('div', {class: 'row'}, element('h1', {}, log), element('span', {class: 'quiet'},
          `TensorBoard log · ${scalars.length} scalars · ${histograms.length} histograms`)),
      problems.map(problem => element('p', {class: 'bad'}, problem)), charts.node,
      histograms.length ? element('h2', {}, 'Histograms') : '', cards);
  await charts.draw();
  await Promise.all(histograms.slice(0, MOST_DISTRIBUTIONS).map(tag => distribution(cards, log, tag)));
  if (histograms.length > MOST_DISTRIBUTIONS) {
    cards.append(element('p', {class: 'quiet'}, `The first ${MOST_DISTRIBUTIONS} of ${histograms.length} histograms.`));
  }
  return {update: async changed => {
    if (changed.log !== log) return false;
    charts.take(changed);
    await charts.draw();
    return true;
  }};
}

async function distribution(cards, log, tag) {
  const figure = new Figure({title: tag, name: `${log}-${tag}`, height: 230});
  figure.node.dataset.tag = tag;
  cards.append(figure.node);
  const {histograms, recorded} = await json('log-histograms', {log, tag});
  drawDistribution(figure, histograms);
  if (histograms.length < recorded) figure.say(`${histograms.length} of ${recorded} histograms, evenly chosen.`);
}
