/** Files out of figures. */

const PROPERTIES = ['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-opacity', 'opacity',
  'font-family', 'font-size', 'font-weight', 'text-anchor', 'dominant-baseline', 'visibility'];

/** Saves a drawing as SVG, looking as it does now. */
export function saveSvg(svg, name) {
  save(new Blob([standalone(svg)], {type: 'image/svg+xml'}), `${name}.svg`);
}

/** Saves a drawing as PNG, twice as large as it is drawn. */
export async function savePng(svg, name) {
  const url = URL.createObjectURL(new Blob([standalone(svg)], {type: 'image/svg+xml'}));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const {width, height} = svg.viewBox.baseVal;
    const canvas = Object.assign(document.createElement('canvas'), {width: 2 * width, height: 2 * height});
    canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
    save(await new Promise(done => canvas.toBlob(done, 'image/png')), `${name}.png`);
  } finally {
    URL.revokeObjectURL(url);
  }
}

/**
 * Saves columns as CSV.
 *
 * @param {Object} columns arrays of one length by name
 */
export function saveCsv(columns, name) {
  const names = Object.keys(columns);
  const rows = Array.from({length: columns[names[0]]?.length ?? 0}, (_, row) => names.map(column => columns[column][row]));
  const text = [names, ...rows].map(row => row.map(cell).join(',')).join('\r\n');
  save(new Blob([`${text}\r\n`], {type: 'text/csv'}), `${name}.csv`);
}

/** Saves bytes. */
export function saveBytes(buffer, file) {
  save(new Blob([buffer], {type: 'application/octet-stream'}), file);
}

/** One cell. Text that a spreadsheet would take for a formula gets a quote in front. */
function cell(value) {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function standalone(svg) {
  const copy = svg.cloneNode(true);
  const originals = [svg, ...svg.querySelectorAll('*')];
  [copy, ...copy.querySelectorAll('*')].forEach((node, i) => {
    const style = getComputedStyle(originals[i]);
    PROPERTIES.forEach(property => node.setAttribute(property, style.getPropertyValue(property)));
    node.removeAttribute('class');
  });
  const {width, height} = svg.viewBox.baseVal;
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', width);
  copy.setAttribute('height', height);
  const paper = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  Object.entries({width, height, fill: getComputedStyle(document.documentElement).getPropertyValue('--paper').trim()})
      .forEach(([key, value]) => paper.setAttribute(key, value));
  copy.prepend(paper);
  return new XMLSerializer().serializeToString(copy);
}

function save(blob, file) {
  const url = URL.createObjectURL(blob);
  const anchor = Object.assign(document.createElement('a'), {href: url, download: file.replace(/[^\w.-]+/g, '-')});
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
}
