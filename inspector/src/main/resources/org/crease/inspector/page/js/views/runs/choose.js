/** Which runs are shown, and in which order. */
import {COLUMNS} from './columns.js';

/**
 * The runs that hold every word of a search, pinned ones first.
 *
 * @param {Array<Object>} runs all
 * @param {{search: string, hidden: boolean, sort: string, down: boolean}} wish
 */
export function choose(runs, {search, hidden, sort, down}) {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const kept = runs.filter(run => (hidden || !run.hidden) && words.every(word => textOf(run).includes(word)));
  const column = COLUMNS.find(each => each.key === sort) ?? COLUMNS[0];
  const turn = down ? -1 : 1;
  const keyed = kept.map(run => ({run, key: column.value(run)}));
  keyed.sort((a, b) => Boolean(b.run.pinned) - Boolean(a.run.pinned) || order(a.key, b.key, turn) || order(a.run.run, b.run.run, 1));
  return keyed.map(each => each.run);
}

const texts = new WeakMap();
const collator = new Intl.Collator('en', {numeric: true});

function textOf(run) {
  let text = texts.get(run);
  if (text === undefined) {
    text = [run.run, run.task, run.network, run.continuity, run.status, ...(run.tags ?? [])].filter(Boolean).join('\n').toLowerCase();
    texts.set(run, text);
  }
  return text;
}

function order(a, b, turn) {
  if (a === undefined || a === null) return b === undefined || b === null ? 0 : 1;
  if (b === undefined || b === null) return -1;
  return turn * (typeof a === 'string' ? collator.compare(a, b) : a - b);
}
