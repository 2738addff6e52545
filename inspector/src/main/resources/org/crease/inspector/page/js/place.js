/** Where one is on the page: a view and its parameters, all in the address, so that a link brings it back. */

/** The present place: `{view, parameters}`. */
export function here() {
  const [path, query = ''] = location.hash.replace(/^#\/?/, '').split('?');
  return {view: path || 'runs', parameters: Object.fromEntries(new URLSearchParams(query))};
}

/** The address of a place. Parameters that are empty are left out. */
export function link(view, parameters = {}) {
  const kept = Object.entries(parameters).filter(([, value]) => value !== undefined && value !== null && value !== '');
  const query = new URLSearchParams(kept).toString();
  return `#/${view}${query ? `?${query}` : ''}`;
}

/** Goes to a place. */
export function go(view, parameters = {}) {
  location.hash = link(view, parameters);
}

/** Changes parameters of the present place, without a step in the browser's history. */
export function change(parameters) {
  if (note(parameters)) dispatchEvent(new HashChangeEvent('hashchange'));
}

/** Writes parameters into the address and no more: for what the view shows already. Returns whether anything changed. */
export function note(parameters) {
  const now = here();
  const address = link(now.view, {...now.parameters, ...parameters});
  if (address === location.hash) return false;
  history.replaceState(null, '', address);
  return true;
}
