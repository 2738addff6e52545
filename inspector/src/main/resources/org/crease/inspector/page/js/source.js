/** Where data come from: the server that this page came from, or what was recorded in a report. */
import {recorded, recordedAnswer} from './recorded.js';

const PAGE_TOKEN = 'X-Crease-Token';

let table = null;
let session = null;

function address(path, parameters) {
  const query = new URLSearchParams(Object.entries(parameters).filter(([, value]) => value !== undefined)).toString();
  return `/api/${path}${query ? `?${query}` : ''}`;
}

async function answer(path, parameters) {
  if (recorded) return recordedAnswer(path, parameters);
  return good(await fetch(address(path, parameters)));
}

async function good(response) {
  if (!response.ok) {
    const problem = await response.json().catch(() => ({}));
    throw Object.assign(new Error(problem.error ?? `the inspector answered ${response.status}`), {status: response.status});
  }
  return response;
}

/** An answer in JSON. */
export async function json(path, parameters = {}) {
  return (await answer(path, parameters)).json();
}

/** An answer in bytes. */
export async function bytes(path, parameters = {}) {
  return (await answer(path, parameters)).arrayBuffer();
}

/** The table of all runs, of which the server is asked for what has changed alone: `{version, runs, problems}`. */
export async function allRuns() {
  const news = await json('runs', table && !recorded ? {since: table.version} : {});
  if (table && news.version === table.version) return table;
  const byName = new Map(table && !news.whole ? table.runs.map(run => [run.run, run]) : []);
  (news.gone ?? []).forEach(name => byName.delete(name));
  news.runs.forEach(run => byName.set(run.run, run));
  table = {version: news.version, runs: [...byName.values()], problems: news.problems ?? []};
  return table;
}

/** Whether the server probes checkpoints again when it is asked to. */
export async function replays() {
  if (recorded) return false;
  session ??= await json('session');
  return session.replays;
}

/** Asks for a change. A server that was started anew knows this page again by its new token. */
export async function post(path, body) {
  if (recorded) throw new Error('a report changes nothing');
  try {
    return await send(path, body);
  } catch (problem) {
    if (problem.status !== 403) throw problem;
    session = null;
    return send(path, body);
  }
}

async function send(path, body) {
  session ??= await json('session');
  const headers = {'Content-Type': 'application/json', [PAGE_TOKEN]: session.token};
  return (await good(await fetch(address(path, {}), {method: 'POST', headers, body: JSON.stringify(body)}))).json();
}
