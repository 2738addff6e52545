/** The table of all runs. */
import {element} from '../dom.js';
import {link} from '../place.js';
import {json} from '../source.js';
import {age, short} from '../format.js';

/** Shows the view. */
export async function show(page) {
  const {runs} = await json('runs');
  page.replaceChildren(
      element('h1', {}, `${runs.length} runs`),
      element('table', {},
          element('thead', {}, element('tr', {}, ['Run', 'Status', 'Continuity', 'Step', 'Test loss', 'Test accuracy', 'Age']
              .map(name => element('th', {}, name)))),
          element('tbody', {}, runs.map(row))));
}

function row(run) {
  return element('tr', {'data-run': run.run},
      element('td', {}, element('a', {href: link('run', {run: run.run})}, run.run)),
      element('td', {title: run.problem}, run.status),
      element('td', {}, run.continuity ?? '–'),
      element('td', {class: 'number'}, run.step ?? '–'),
      element('td', {class: 'number'}, short(run.metrics?.['test/loss'])),
      element('td', {class: 'number'}, short(run.metrics?.['test/accuracy'])),
      element('td', {class: 'number'}, run.updated ? age(run.updated) : '–'));
}
