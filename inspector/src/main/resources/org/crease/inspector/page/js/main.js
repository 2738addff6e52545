/** Starts the page: its head, and the view that the address names. */
import {element, tip} from './dom.js';
import {enlargeOne, shrinkAll} from './figure.js';
import {offerKeys, showKeys} from './keys.js';
import {logo} from './logo.js';
import {go, here, link} from './place.js';
import {currentTheme, toggleTheme} from './theme.js';
import {show as runs} from './views/runs.js';
import {show as run} from './views/run.js';
import {show as layer} from './views/layer.js';
import {show as compare} from './views/compare.js';
import {show as log} from './views/log.js';
import {show as replay} from './views/replay.js';

const VIEWS = {runs, run, layer, compare, replay, log};

let turn = 0;
let shown = {};

/**
 * Shows the view of the address. A view may return `{update(parameters), close()}`: `update` takes other parameters in
 * place and returns whether it could; `close` ends what the view has started.
 */
async function show() {
  const {view, parameters} = here();
  const mine = ++turn;
  head(view, parameters);
  tip.hide();
  if (shown.view === view && await shown.handle?.update?.(parameters)) return;
  shrinkAll();
  const page = element('div', {'data-view': view});
  let handle;
  try {
    handle = await (VIEWS[view] ?? nowhere)(page, parameters);
  } catch (problem) {
    page.replaceChildren(element('p', {class: 'bad', role: 'alert'}, problem.message));
  }
  if (mine !== turn) {
    handle?.close?.();
    return;
  }
  shown.handle?.close?.();
  shown = {handle, view};
  document.getElementById('page').replaceChildren(page);
  scrollTo({top: 0, behavior: 'instant'});
}

function nowhere(page) {
  page.replaceChildren(element('p', {}, 'There is no such view. ', element('a', {href: link('runs')}, 'All runs')));
}

function head(view, {run: name, layer: layerName, step}) {
  const trail = [element('a', {href: link('runs')}, 'runs')];
  if (name) trail.push('›', element('a', {href: link('run', {run: name})}, name));
  if (layerName && view === 'layer') trail.push('›', element('span', {}, `${layerName} at ${step}`));
  if (view === 'replay') trail.push('›', element('span', {}, 'replay'));
  if (view === 'compare') trail.push('›', element('span', {}, 'compare'));
  document.title = [name ?? view, 'Crease'].join(' · ');
  document.getElementById('head').replaceChildren(
      element('a', {class: 'brand', href: link('runs')}, logo(), 'Crease'),
      element('nav', {'aria-label': 'Where you are'}, trail),
      element('button', {type: 'button', title: 'Keys (?)', on: {click: showKeys}}, '?'),
      element('button', {type: 'button', title: 'Light or dark (d)', on: {click: otherTheme}}, currentTheme() === 'dark' ? '☀' : '☾'));
}

function otherTheme() {
  toggleTheme();
  const {view, parameters} = here();
  head(view, parameters);
}

offerKeys('', [
  {keys: ['f'], help: 'the figure below the pointer fills the window, and back', act: enlargeOne},
  {keys: ['u'], help: 'all runs', act: () => go('runs')},
  {keys: ['d'], help: 'light or dark', act: otherTheme},
  {keys: ['Escape'], help: 'back to the card', act: shrinkAll},
  {keys: ['?'], help: 'these keys', act: showKeys},
]);
addEventListener('hashchange', show);
show();
