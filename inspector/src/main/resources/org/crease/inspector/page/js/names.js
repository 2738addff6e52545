/** Several runs in one parameter of an address. */

/** Names joined by commas; a comma, a percent sign and the like within a name are escaped. */
export function joinNames(names) {
  return names.map(encodeURIComponent).join(',');
}

/** The names that were joined. */
export function splitNames(text = '') {
  return text.split(',').filter(Boolean).map(decodeURIComponent);
}
