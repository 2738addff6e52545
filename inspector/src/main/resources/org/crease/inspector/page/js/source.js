/** Where data come from: the server that this page came from, or what was recorded in a report. */
import {recorded, recordedAnswer} from './recorded.js';

function address(path, parameters) {
  const query = new URLSearchParams(Object.entries(parameters).filter(([, value]) => value !== undefined)).toString();
  return `/api/${path}${query ? `?${query}` : ''}`;
}

async function answer(path, parameters) {
  if (recorded) return recordedAnswer(path, parameters);
  const response = await fetch(address(path, parameters));
  if (!response.ok) {
    const problem = await response.json().catch(() => ({}));
    throw new Error(problem.error ?? `the inspector answered ${response.status}`);
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
