/** Reads NumPy's npz: a zip of stored npy files, little-endian and row-major, as Crease writes them. */

const KINDS = {
  '<f8': Float64Array, '<f4': Float32Array, '<i4': Int32Array, '<i8': BigInt64Array,
  '|i1': Int8Array, '|u1': Uint8Array, '|b1': Uint8Array,
};
const LOCAL_ENTRY = 0x04034b50;
const CENTRAL_ENTRY = 0x02014b50;
const END = 0x06054b50;
const END_SIZE = 22;
const LONGEST_COMMENT = 0xffff;
const NUMPY = '\x93NUMPY';

/**
 * The arrays of a file by name, each `{shape, data}` with a typed array.
 *
 * @param {ArrayBuffer} buffer the file
 * @throws {Error} when it is no npz, is cut short or holds what a typed array cannot
 */
export function readNpz(buffer) {
  try {
    return entries(buffer);
  } catch (problem) {
    throw problem instanceof RangeError ? new Error('the npz is cut short or damaged') : problem;
  }
}

function entries(buffer) {
  const view = new DataView(buffer);
  const arrays = {};
  const end = endOfDirectory(view);
  let at = view.getUint32(end + 16, true);
  while (at + 46 <= view.byteLength && view.getUint32(at, true) === CENTRAL_ENTRY) {
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(new Uint8Array(buffer, at + 46, nameLength));
    if (view.getUint16(at + 10, true) !== 0) throw new Error(`${name} is compressed; stored entries are expected`);
    const size = view.getUint32(at + 24, true);
    arrays[name.replace(/\.npy$/, '')] = npy(buffer, content(view, view.getUint32(at + 42, true)), size, name);
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  if (Object.keys(arrays).length !== view.getUint16(end + 10, true)) throw new Error('not an npz: its directory is damaged');
  return arrays;
}

function endOfDirectory(view) {
  const last = view.byteLength - END_SIZE;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  throw new Error('not an npz: it has no directory');
}

function content(view, at) {
  if (view.getUint32(at, true) !== LOCAL_ENTRY) throw new Error('not an npz: its directory points nowhere');
  return at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
}

function npy(buffer, start, size, name) {
  const view = new DataView(buffer, start, size);
  const magic = String.fromCharCode(...new Uint8Array(buffer, start, NUMPY.length));
  const wide = view.getUint8(6) > 1;
  const from = wide ? 12 : 10;
  const data = from + (wide ? view.getUint32(8, true) : view.getUint16(8, true));
  const header = new TextDecoder().decode(new Uint8Array(buffer, start + from, data - from));
  const kind = KINDS[/'descr': *'([^']*)'/.exec(header)?.[1]];
  if (magic !== NUMPY || !kind || /'fortran_order': *True/.test(header)) {
    throw new Error(`${name} holds what this page does not read`);
  }
  const shape = (/'shape': *\(([^)]*)\)/.exec(header)?.[1] ?? '').split(',').filter(part => part.trim()).map(Number);
  const length = shape.reduce((product, extent) => product * extent, 1) * kind.BYTES_PER_ELEMENT;
  if (data + length !== size) throw new Error(`${name} has ${size - data} bytes of data, its shape asks for ${length}`);
  return {shape, data: new kind(buffer.slice(start + data, start + data + length))};
}
