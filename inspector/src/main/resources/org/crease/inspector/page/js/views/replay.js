/** Probes checkpoints of a run again: which, by what, and how far that is. */
import {element, say} from '../dom.js';
import {follow} from '../live.js';
import {link} from '../place.js';
import {json, post} from '../source.js';
import {Timeline} from './replay/timeline.js';

const OWN = 'the run’s own probes';

/** Shows the view. */
export async function show(page, parameters) {
  const view = new ReplayView(page, parameters.run);
  await view.load();
  return {update: changed => changed.run === view.name, close: () => view.close()};
}

class ReplayView {
  constructor(page, name) {
    this.page = page;
    this.name = name;
  }

  async load() {
    const [run, offer] = await Promise.all([json('run', {run: this.name}), json('replay', {run: this.name})]);
    this.presets = [{name: OWN, probes: ownProbes(run.config)}, ...offer.presets];
    this.timeline = new Timeline(offer.checkpoints.map(({step}) => step), () => this.count());
    this.probes = element('textarea', {id: 'probes', rows: 10, spellcheck: 'false', autocomplete: 'off', 'aria-label': 'Probes, in YAML'});
    this.probes.value = this.presets[0].probes;
    this.problem = element('pre', {class: 'bad problem', role: 'alert', hidden: true});
    this.start = element('button', {class: 'main', type: 'button', 'data-act': 'start', on: {click: () => this.begin()}});
    this.jobs = element('div', {class: 'jobs'});
    this.page.replaceChildren(
        element('div', {class: 'row bar'}, element('h1', {}, `Replay ${this.name}`),
            element('span', {class: 'quiet'}, 'Probes see the network as it was at each checkpoint; what was found live stays.')),
        element('section', {class: 'card'}, element('header', {class: 'row'}, element('h3', {}, 'Checkpoints'), this.buttons()), this.timeline.node),
        element('section', {class: 'card'}, element('header', {class: 'row'}, element('h3', {}, 'Probes'), this.choice()), this.probes, this.problem,
            element('div', {class: 'row'}, this.start)),
        element('h2', {}, 'Replays asked for'), this.jobs);
    this.count();
    await this.look();
    this.live = follow(() => this.look());
  }

  buttons() {
    const button = (text, act) => element('button', {class: 'small', type: 'button', on: {click: act}}, text);
    return element('span', {class: 'row'}, button('all', () => this.timeline.choose(() => true)),
        button('every tenth', () => this.timeline.choose((step, i, all) => i % 10 === 0 || i === all.length - 1)),
        button('the last', () => this.timeline.choose((step, i, all) => i === all.length - 1)),
        button('none', () => this.timeline.choose(() => false)));
  }

  choice() {
    const select = element('select', {'aria-label': 'Presets', on: {change: () => { this.probes.value = this.presets[select.selectedIndex].probes; }}},
        this.presets.map(({name}) => element('option', {}, name)));
    return select;
  }

  count() {
    const chosen = this.timeline.chosen.size;
    this.start.textContent = chosen === 1 ? 'Replay 1 checkpoint' : `Replay ${chosen} checkpoints`;
    this.start.disabled = chosen === 0;
  }

  async begin() {
    this.problem.hidden = true;
    this.start.disabled = true;
    try {
      await post('replay', {run: this.name, probes: this.probes.value, steps: [...this.timeline.chosen].sort((a, b) => a - b)});
      this.live.now();
    } catch (problem) {
      this.problem.textContent = problem.message;
      this.problem.hidden = false;
    } finally {
      this.count();
    }
  }

  async look() {
    const {jobs} = await json('jobs');
    const text = JSON.stringify(jobs);
    if (text === this.seen) return false;
    this.seen = text;
    this.jobs.replaceChildren(...(jobs.length ? [...jobs].reverse().map(job => this.row(job)) : [element('p', {class: 'quiet'}, 'None yet.')]));
    return true;
  }

  row(job) {
    const open = job.state === 'waiting' || job.state === 'running';
    return element('article', {class: 'card job', 'data-job': job.job, 'data-state': job.state},
        element('div', {class: 'row'}, element('strong', {}, job.run), element('span', {class: 'quiet'}, words(job)), element('span', {class: 'gap'}),
            open ? element('button', {class: 'small', type: 'button', on: {click: () => this.cancel(job)}}, 'Cancel') : null,
            job.replay && job.done > 0 ? element('a', {href: link('run', {run: job.run, replay: job.replay})}, `Findings of ${job.replay}`) : null),
        open ? element('progress', {max: job.total || 1, value: job.total ? job.done : null, 'aria-label': words(job)}) : null,
        job.message ? element('pre', {class: 'bad problem'}, job.message) : null,
        job.failures.length ? element('pre', {class: 'bad problem'}, job.failures.join('\n')) : null);
  }

  async cancel(job) {
    try {
      await post('cancel', {job: job.job});
      this.live.now();
    } catch (problem) {
      say(problem.message);
    }
  }

  close() {
    this.live?.close();
    this.timeline?.close();
  }
}

function words(job) {
  if (job.state === 'waiting') return 'waits for its turn';
  const far = job.total ? `${job.done} of ${job.total} checkpoints` : '';
  return {running: far ? `at work: ${far}` : 'loads the data', done: `done: ${far}`, failed: 'failed', cancelled: `cancelled after ${far || 'nothing'}`}[job.state];
}

/** The list under `probes:` in a resolved configuration, as text. */
function ownProbes(config) {
  const lines = config.split('\n');
  const from = lines.findIndex(line => line.startsWith('probes:'));
  if (from < 0) return '';
  const length = lines.slice(from + 1).findIndex(line => /^[^\s#-]/.test(line));
  const block = lines.slice(from + 1, length < 0 ? undefined : from + 1 + length);
  return `${block.map(line => line.replace(/^ {2}/, '')).join('\n').trimEnd()}\n`;
}
