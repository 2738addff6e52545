/** The table itself: draws the rows in view alone, so that thousands scroll without lag. */
import {element} from '../../dom.js';
import {COLUMNS} from './columns.js';

const ROW = 32;
const SPARE = 8;

export class RunTable {
  #runs = [];
  #drawn = '';
  #at = null;

  /**
   * @param {Object} tell what to call: `sort(key)`, `select(names)`, `pin(run)`, `tag(run)`, `hide(run)`, `remove(run)`, `search(text)`
   * @param {boolean} changeable whether runs can be pinned, tagged, hidden and deleted
   */
  constructor(tell, changeable) {
    this.tell = tell;
    this.changeable = changeable;
    this.selected = new Set();
    this.all = element('input', {type: 'checkbox', 'aria-label': 'Select all runs in the table', on: {change: () => this.#selectAll()}});
    this.headings = COLUMNS.map(column => this.#heading(column));
    this.body = element('tbody');
    this.node = element('div', {class: 'run-table', tabindex: -1, on: {scroll: () => this.#draw()}},
        element('table', {},
            element('colgroup', {}, ['tick', 'pin', ...COLUMNS.map(column => column.key), 'more'].map(name => element('col', {class: name}))),
            element('thead', {}, element('tr', {}, element('th', {}, this.all), element('th', {'aria-label': 'Pinned'}), this.headings,
                element('th', {'aria-label': 'More'}))),
            this.body));
    this.resizes = new ResizeObserver(() => this.#draw());
    this.resizes.observe(this.node);
  }

  /** Shows runs in their order; what is in view stays in view, and what is selected stays selected. */
  show(runs, {sort, down}) {
    const anchor = this.node.scrollTop > 0 ? this.#runs[Math.floor(this.node.scrollTop / ROW)]?.run : undefined;
    const rest = this.node.scrollTop % ROW;
    this.#runs = runs;
    COLUMNS.forEach((column, i) => this.headings[i].setAttribute('aria-sort', column.key !== sort ? 'none' : down ? 'descending' : 'ascending'));
    this.#draw(true);
    const place = anchor === undefined ? -1 : runs.findIndex(run => run.run === anchor);
    if (place >= 0 && Math.floor(this.node.scrollTop / ROW) !== place) {
      this.node.scrollTop = place * ROW + rest;
      this.#draw();
    }
  }

  /** The run that the keys are at, if any. */
  get current() {
    return this.#runs.find(run => run.run === this.#at);
  }

  /** Moves the keys' place by some rows. */
  move(rows) {
    const from = this.#runs.findIndex(run => run.run === this.#at);
    const to = Math.max(0, Math.min(this.#runs.length - 1, from < 0 ? 0 : from + rows));
    this.#at = this.#runs[to]?.run ?? null;
    const view = this.node.clientHeight - this.#headHeight();
    if (to * ROW < this.node.scrollTop) this.node.scrollTop = to * ROW;
    if ((to + 1) * ROW > this.node.scrollTop + view) this.node.scrollTop = (to + 1) * ROW - view;
    this.#draw(true);
  }

  /** Selects a run, or no longer. */
  toggle(name) {
    if (!this.selected.delete(name)) this.selected.add(name);
    this.#draw(true);
    this.tell.select(this.selected);
  }

  /** Selects nothing. */
  clear() {
    this.selected.clear();
    this.#draw(true);
    this.tell.select(this.selected);
  }

  close() {
    this.resizes.disconnect();
  }

  #selectAll() {
    this.#runs.forEach(({run}) => this.all.checked ? this.selected.add(run) : this.selected.delete(run));
    this.#draw(true);
    this.tell.select(this.selected);
  }

  #headHeight() {
    return this.headings[0].offsetHeight || ROW;
  }

  #draw(anew = false) {
    const first = Math.max(0, Math.floor(this.node.scrollTop / ROW) - SPARE);
    const last = Math.min(this.#runs.length, first + Math.ceil((this.node.clientHeight || 600) / ROW) + 2 * SPARE);
    const key = `${first}-${last}`;
    if (!anew && key === this.#drawn) return;
    this.#drawn = key;
    const focus = document.activeElement?.closest('tr[data-run]') && document.activeElement;
    const back = focus && this.body.contains(focus) ? [focus.closest('tr').dataset.run, focus.dataset.act] : null;
    this.body.replaceChildren(spacer(first), ...this.#runs.slice(first, last).map(run => this.#row(run)), spacer(this.#runs.length - last));
    if (back) this.#focus(...back);
    const chosen = this.#runs.filter(run => this.selected.has(run.run)).length;
    this.all.checked = chosen > 0 && chosen === this.#runs.length;
    this.all.indeterminate = chosen > 0 && chosen < this.#runs.length;
  }

  #focus(name, act) {
    const row = [...this.body.querySelectorAll('tr[data-run]')].find(each => each.dataset.run === name);
    (act && row?.querySelector(`[data-act=${act}]`))?.focus({preventScroll: true});
  }

  #row(run) {
    const chosen = this.selected.has(run.run);
    return element('tr', {'data-run': run.run, class: [run.hidden && 'hidden-run', run.run === this.#at && 'at'].filter(Boolean).join(' ') || null,
      'aria-selected': String(chosen), on: {click: event => { if (event.target.tagName === 'TD') this.#place(run); }}},
    element('td', {}, element('input', {type: 'checkbox', 'data-act': 'select', checked: chosen, 'aria-label': `Select ${run.run}`,
      on: {change: () => this.toggle(run.run)}})),
    element('td', {}, this.changeable ? this.#pin(run) : null),
    COLUMNS.map(column => element('td', {class: column.number ? 'number' : null, 'data-column': column.key},
        column.cell ? column.cell(run) : this.#tags(run))),
    element('td', {class: 'more'}, this.changeable ? this.#more(run) : null));
  }

  #place(run) {
    this.#at = run.run;
    this.#draw(true);
  }

  #pin(run) {
    return element('button', {class: 'icon pin', type: 'button', 'data-act': 'pin', 'aria-pressed': String(Boolean(run.pinned)),
      title: run.pinned ? 'Unpin' : 'Pin to the top', on: {click: () => this.tell.pin(run)}}, '★');
  }

  #tags(run) {
    return element('div', {class: 'tag-list'}, (run.tags ?? []).map(tag => element('button', {class: 'tag', type: 'button', title: `${tag}: search for it`,
      on: {click: () => this.tell.search(tag)}}, tag)),
    this.changeable ? element('button', {class: 'icon', type: 'button', 'data-act': 'tag', title: 'Change tags', on: {click: () => this.tell.tag(run)}}, '+') : null);
  }

  #more(run) {
    return [element('button', {class: 'icon', type: 'button', 'data-act': 'hide', title: run.hidden ? 'Show again' : 'Hide',
      on: {click: () => this.tell.hide(run)}}, run.hidden ? '◌' : '⊘'),
    element('button', {class: 'icon', type: 'button', 'data-act': 'delete', title: 'Delete', on: {click: () => this.tell.remove(run)}}, '✕')];
  }

  #heading(column) {
    return element('th', {class: column.number ? 'number' : null, 'aria-sort': 'none'},
        element('button', {type: 'button', 'data-sort': column.key, on: {click: () => this.tell.sort(column)}}, column.title));
  }
}

function spacer(rows) {
  const cell = element('td', {colspan: COLUMNS.length + 3});
  cell.style.height = `${rows * ROW}px`;
  const row = element('tr', {class: 'spacer', 'aria-hidden': 'true'}, cell);
  row.hidden = rows <= 0;
  return row;
}
