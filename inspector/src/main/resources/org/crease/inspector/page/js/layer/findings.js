/** What was found in one layer at one step, with its arrays. */
import {bytes, json} from '../source.js';
import {recorded} from '../recorded.js';
import {readNpz} from '../npz.js';

const MOST_BYTES = 64 << 20;
const kept = new Map();

/**
 * The findings of a run, and of a replay of it. Where both have one of the same probe, the replay's counts.
 *
 * @returns {Promise<Array<{probe: string, replay: ?string, summary: Object, notes: string[]}>>}
 */
export async function summariesOf(run, replay, step, layer) {
  const sources = replay ? [replay, undefined] : [undefined];
  const found = await Promise.all(sources.map(source => listed({run, replay: source, step, layer})));
  const all = found.flat();
  return all.filter((finding, i) => all.findIndex(other => other.probe === finding.probe) === i);
}

/** The same, each with `arrays` and where they come from; `problem` says why there are none. */
export async function findingsOf(run, replay, step, layer) {
  const findings = await summariesOf(run, replay, step, layer);
  return Promise.all(findings.map(async finding => {
    const where = {run, replay: finding.replay, step, layer, probe: finding.probe};
    try {
      return {...finding, where, arrays: await arraysOf(where)};
    } catch (problem) {
      return {...finding, where, arrays: {}, problem: problem.message};
    }
  }));
}

async function listed(place) {
  try {
    const {findings} = await json('findings', place);
    return findings.map(finding => ({...finding, replay: place.replay}));
  } catch (problem) {
    if (recorded) return [];
    throw problem;
  }
}

/** Arrays, kept for a while: playing goes over the same steps again and again. */
function arraysOf(where) {
  const key = JSON.stringify(where);
  const entry = kept.get(key) ?? {bytes: 0, arrays: null};
  entry.arrays ??= bytes('arrays', where).then(file => {
    entry.bytes = file.byteLength;
    forget();
    return readNpz(file);
  });
  entry.arrays.catch(() => kept.delete(key));
  kept.delete(key);
  kept.set(key, entry);
  return entry.arrays;
}

/** Lets go of all arrays: for a run that was brought back to an earlier step. */
export function forgetAll() {
  kept.clear();
}

/** Lets go of what was asked for longest ago, as far as all together are too large. */
function forget() {
  let total = d3.sum(kept.values(), entry => entry.bytes);
  for (const [key, entry] of kept) {
    if (total <= MOST_BYTES) return;
    total -= entry.bytes;
    kept.delete(key);
  }
}
