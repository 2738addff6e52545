/** Files out of figures. */

const INHERITED = ['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-opacity', 'stroke-linecap',
  'stroke-linejoin', 'font-family', 'font-size', 'font-weight', 'text-anchor', 'visibility', 'paint-order', 'shape-rendering'];
const OWN = {opacity: '1', 'dominant-baseline': 'auto', display: 'inline'};
const LONGEST_NAME = 120;
const PNG_SCALE = 2;

/** Saves a drawing as SVG, looking as it does now. */
export function saveSvg(svg, name) {
  save(new Blob([standalone(svg)], {type: 'image/svg+xml'}), name, 'svg');
}

/** Saves a drawing as PNG, twice as large as it is drawn. */
export async function savePng(svg, name) {
  save(await png(svg), name, 'png');
}

/** Saves columns as CSV. */
export function saveCsv(columns, name) {
  save(new Blob([csv(columns)], {type: 'text/csv'}), name, 'csv');
}

/** Saves bytes. */
export function saveBytes(buffer, file) {
  const [, stem, ending] = /^(.*)\.(\w+)$/.exec(file);
  save(new Blob([buffer], {type: 'application/octet-stream'}), stem, ending);
}

/** A drawing as a document of its own: colours and type in attributes, on the page's paper. */
export function standalone(svg) {
  const copy = svg.cloneNode(true);
  inline(svg, copy, null);
  const {width, height} = svg.viewBox.baseVal;
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', width);
  copy.setAttribute('height', height);
  const paper = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  Object.entries({width, height, stroke: 'none', fill: getComputedStyle(document.documentElement).getPropertyValue('--paper').trim()})
      .forEach(([key, value]) => paper.setAttribute(key, value));
  copy.prepend(paper);
  return new XMLSerializer().serializeToString(copy);
}

/** A drawing as PNG. */
export async function png(svg) {
  const url = URL.createObjectURL(new Blob([standalone(svg)], {type: 'image/svg+xml'}));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const {width, height} = svg.viewBox.baseVal;
    const canvas = Object.assign(document.createElement('canvas'), {width: PNG_SCALE * width, height: PNG_SCALE * height});
    canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise(done => canvas.toBlob(done, 'image/png'));
  } finally {
    URL.revokeObjectURL(url);
  }
}

/**
 * Columns as CSV.
 *
 * @param {Object} columns arrays of one length by name
 */
export function csv(columns) {
  const names = Object.keys(columns);
  const rows = Array.from({length: columns[names[0]]?.length ?? 0}, (_, row) => names.map(column => columns[column][row]));
  const text = [names, ...rows].map(row => row.map(cell).join(',')).join('\r\n');
  return `${text}\r\n`;
}

/** A file name from any text: plain letters, digits, dots and dashes. */
export function fileName(stem, ending) {
  const plain = stem.replace(/[^\w.-]+/g, '-').replace(/^[.-]+|[.-]+$/g, '').slice(0, LONGEST_NAME);
  return `${plain || 'figure'}.${ending}`;
}

/** One cell. Text that a spreadsheet would take for a formula gets a quote in front. */
function cell(value) {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Writes the style of an element and all below it into attributes, where it differs from what it would get anyway. */
function inline(original, copy, above) {
  const style = getComputedStyle(original);
  for (const property of INHERITED) {
    const value = style.getPropertyValue(property);
    if (!above || copy.hasAttribute(property) || value !== above.getPropertyValue(property)) copy.setAttribute(property, value);
  }
  for (const [property, usual] of Object.entries(OWN)) {
    const value = style.getPropertyValue(property);
    if (copy.hasAttribute(property) || (above && value !== usual)) copy.setAttribute(property, value);
  }
  ['class', 'style', 'tabindex'].forEach(name => copy.removeAttribute(name));
  Array.from(original.children).forEach((child, i) => inline(child, copy.children[i], style));
}

function save(blob, stem, ending) {
  const url = URL.createObjectURL(blob);
  Object.assign(document.createElement('a'), {href: url, download: fileName(stem, ending)}).click();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
}
