/** The runs that are compared: their colours, and which of them are the same but for the seed. */
import {series} from '../../colors.js';

/**
 * Runs with colours. Those that differ in the seed alone are a group of one colour.
 *
 * @param {Array<Object>} runs as the server tells them
 */
export function colored(runs) {
  return runs.map((run, i) => ({...run, color: series(i)}));
}

/**
 * Groups of runs that differ in the seed alone, in the order of their first members.
 *
 * @returns {Array<{name: string, color: string, runs: Array<Object>}>}
 */
export function groups(runs) {
  return [...d3.group(runs, settings).values()].map((members, i) => ({
    name: members.length === 1 ? members[0].run : `${stem(members.map(member => member.run))} (${members.length} seeds)`,
    color: series(i), runs: members}));
}

/** The configuration without what may differ between seeds. Runs without one are a group each. */
function settings(run) {
  const text = (run.config ?? '').split('\n').filter(line => !/^(name|seed|runs):/.test(line)).join('\n').trim();
  return text || run.run;
}

/** What names have in common at their beginning. */
function stem(names) {
  let length = 0;
  while (length < names[0].length && names.every(name => name[length] === names[0][length])) length++;
  return names[0].slice(0, length).replace(/[-_.]+$/, '') || names[0];
}
