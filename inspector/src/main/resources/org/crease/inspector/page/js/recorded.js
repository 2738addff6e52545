/** Answers that came with the page. A report holds all that its views ask for; a served page holds none. */

const island = document.getElementById('recorded');
const answers = island ? JSON.parse(island.textContent) : null;

/** Whether the page is a report, without a server behind it. */
export const recorded = answers !== null;

/** The answer to a question, as `fetch` would give it. */
export function recordedAnswer(path, parameters) {
  const asked = Object.entries(parameters).filter(([, value]) => value !== undefined && value !== '');
  const key = [path, ...asked.map(([name, value]) => `${name}=${value}`).sort(byName)].join('\n');
  if (!Object.hasOwn(answers, key)) throw new Error('this report does not hold that; the run itself may');
  const packed = Uint8Array.from(atob(answers[key]), letter => letter.charCodeAt(0));
  return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip')));
}

/** Steps of a run whose findings came with the page. */
export function recordedSteps(run) {
  const asked = Object.keys(answers).filter(key => key.startsWith('findings\n') && key.split('\n').includes(`run=${run}`));
  return new Set(asked.map(key => Number(/\nstep=(\d+)/.exec(key)[1])));
}

function byName(one, other) {
  return one < other ? -1 : 1;
}
