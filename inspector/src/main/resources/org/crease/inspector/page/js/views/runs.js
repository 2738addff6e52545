/** The table of all runs. */
import {copy} from '../clipboard.js';
import {ask, inform} from '../dialogs.js';
import {element, say} from '../dom.js';
import {age, short} from '../format.js';
import {offerKeys} from '../keys.js';
import {follow} from '../live.js';
import {joinNames} from '../names.js';
import {go, link, note} from '../place.js';
import {recorded} from '../recorded.js';
import {allRuns, json, post} from '../source.js';
import {choose} from './runs/choose.js';
import {RunTable} from './runs/table.js';

/** Shows the view. */
export async function show(page, parameters) {
  const view = new RunsView(page, parameters);
  await view.load();
  await view.showLogs();
  view.keys();
  return {update: changed => view.update(changed), close: () => view.close()};
}

class RunsView {
  constructor(page, parameters) {
    const changeable = !recorded;
    this.runs = [];
    this.logs = element('section');
    this.warning = element('p', {class: 'bad problems'});
    this.wish = wishOf(parameters);
    this.table = new RunTable({
      sort: column => this.sort(column), select: () => this.count(), pin: run => this.send('pin', {run: run.run, pinned: !run.pinned}),
      tag: run => this.tag(run), hide: run => this.send('hide', {run: run.run, hidden: !run.hidden}), remove: run => this.remove(run),
      search: text => this.search(text),
    }, changeable);
    this.field = element('input', {type: 'search', id: 'search', placeholder: 'Search names, tags, tasks  (/)', 'aria-label': 'Search runs',
      value: this.wish.search, autocomplete: 'off', spellcheck: 'false', on: {input: () => this.search(this.field.value)}});
    this.title = element('h1');
    this.hidden = element('input', {type: 'checkbox', checked: this.wish.hidden, on: {change: () => this.showHidden(this.hidden.checked)}});
    this.compare = element('button', {class: 'main', type: 'button', 'data-act': 'compare', on: {click: () => this.goCompare()}}, 'Compare');
    this.report = element('button', {type: 'button', 'data-act': 'report', on: {click: () => this.tellReport()}}, 'Report');
    this.clear = element('button', {type: 'button', on: {click: () => this.table.clear()}}, 'Select none');
    this.empty = element('p', {class: 'quiet nothing', hidden: true});
    page.replaceChildren(element('div', {class: 'row bar'}, this.title, this.field,
        element('label', {class: 'quiet'}, this.hidden, 'show hidden'), element('span', {class: 'gap'}), this.clear, this.report, this.compare),
    this.warning, this.table.node, this.empty, this.logs);
  }

  /** Fetches what has changed; returns whether anything had. */
  async load() {
    const {runs, version, complete, problems} = await allRuns();
    const news = version !== this.version || complete !== this.complete;
    Object.assign(this, {runs, version, complete});
    this.warning.textContent = problems.join('\n');
    if (news) this.draw();
    this.live ??= follow(() => this.load());
    return news || !complete;
  }

  /** TensorBoard logs of other programs, below the runs. */
  async showLogs() {
    if (recorded) return;
    const {logs} = await json('logs');
    if (!logs.length) return;
    this.logs.replaceChildren(element('h2', {}, 'TensorBoard logs'), element('table', {class: 'logs'},
        element('thead', {}, element('tr', {}, ['log', 'size', 'age'].map(name => element('th', {}, name)))),
        element('tbody', {}, logs.map(({log, bytes, modified}) => element('tr', {'data-log': log},
            element('td', {}, element('a', {href: link('log', {log})}, log)), element('td', {class: 'number'}, `${short(bytes / 1024)} KiB`),
            element('td', {class: 'number'}, age(modified)))))));
  }

  draw() {
    const shown = choose(this.runs, this.wish);
    this.table.show(shown, this.wish);
    this.shown = shown.length;
    this.empty.hidden = shown.length > 0;
    this.empty.textContent = this.runs.length ? 'No run matches.' : !this.complete ? 'Looking at the runs …' : 'No runs yet. One appears here as soon as crease train begins.';
    this.count();
  }

  count() {
    const chosen = this.table.selected.size;
    const all = this.runs.length;
    this.title.textContent = this.shown === all ? `${all} ${all === 1 ? 'run' : 'runs'}` : `${this.shown} of ${all} runs`;
    this.compare.textContent = chosen ? `Compare ${chosen}` : 'Compare';
    this.compare.disabled = chosen < 2;
    this.compare.title = chosen < 2 ? 'Select two runs or more' : 'Side by side on one time axis (c)';
    this.report.hidden = this.clear.hidden = chosen === 0;
  }

  update(parameters) {
    this.wish = wishOf(parameters);
    if (this.field.value !== this.wish.search) this.field.value = this.wish.search;
    this.hidden.checked = this.wish.hidden;
    this.draw();
    return true;
  }

  search(text) {
    note({search: text});
    this.update({...this.parameters(), search: text});
  }

  sort(column) {
    const {sort, down} = this.wish;
    const turned = sort === column.key ? !down : Boolean(column.most);
    note({sort: column.key, down: turned ? '1' : ''});
    this.update({...this.parameters(), sort: column.key, down: turned ? '1' : ''});
  }

  showHidden(hidden) {
    note({hidden: hidden ? '1' : ''});
    this.update({...this.parameters(), hidden: hidden ? '1' : ''});
  }

  parameters() {
    const {search, sort, down, hidden} = this.wish;
    return {search, sort, down: down ? '1' : '', hidden: hidden ? '1' : ''};
  }

  async tag(run) {
    const known = [...new Set(this.runs.flatMap(each => each.tags ?? []))].sort();
    const text = await ask({title: `Tags of ${run.run}`, hint: 'Words with commas between them', value: (run.tags ?? []).join(', '), action: 'Save', known});
    if (text !== null) {
      await this.send('tags', {run: run.run, tags: [...new Set(text.split(',').map(tag => tag.trim()).filter(Boolean))]});
    }
  }

  async remove(run) {
    const typed = await ask({title: `Delete ${run.run}?`, hint: `The directory and all that is in it go for good. Type ${run.run} to confirm.`,
      action: 'Delete', danger: true, accepts: text => text === run.run});
    if (typed !== null) {
      this.table.selected.delete(run.run);
      await this.send('delete', {run: run.run, confirm: typed});
    }
  }

  async send(path, body) {
    try {
      await post(path, body);
      await this.load();
    } catch (problem) {
      say(problem.message);
    }
  }

  goCompare() {
    if (this.table.selected.size > 1) go('compare', {runs: joinNames([...this.table.selected])});
  }

  tellReport() {
    const command = `crease report ${[...this.table.selected].map(shellWord).join(' ')} --out report.html`;
    inform('A report of these runs', element('p', {class: 'quiet'}, 'One file with these figures, which opens without a network. In the directory of the runs:'),
        element('pre', {}, command), element('button', {type: 'button', on: {click: () => copy(command, 'command copied')}}, 'Copy'));
  }

  keys() {
    const at = act => () => this.table.current && act(this.table.current);
    const change = act => at(run => this.table.changeable && act(run));
    offerKeys('runs', [
      {keys: ['/'], help: 'search', act: () => this.field.focus()},
      {keys: ['j', 'ArrowDown'], help: 'next run', act: () => this.table.move(1)},
      {keys: ['k', 'ArrowUp'], help: 'previous run', act: () => this.table.move(-1)},
      {keys: ['Enter'], help: 'open the run', act: at(run => go('run', {run: run.run}))},
      {keys: ['x'], help: 'select the run', act: at(run => this.table.toggle(run.run))},
      {keys: ['c'], help: 'compare the selected runs', act: () => this.goCompare()},
      {keys: ['p'], help: 'pin the run', act: change(run => this.table.tell.pin(run))},
      {keys: ['t'], help: 'change its tags', act: change(run => this.tag(run))},
      {keys: ['h'], help: 'hide it', act: change(run => this.table.tell.hide(run))},
      {keys: ['Escape'], help: 'leave the search', act: () => this.field.blur()},
    ]);
  }

  close() {
    this.live?.close();
    this.table.close();
  }
}

function wishOf({search = '', sort = 'age', down = '', hidden = ''}) {
  return {search, sort, down: down === '1', hidden: hidden === '1'};
}

/** A name as a shell takes it for one word. */
function shellWord(name) {
  return /^[\w.-]+$/.test(name) ? name : `'${name.replaceAll("'", "'\\''")}'`;
}
