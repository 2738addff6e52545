/** Reads NumPy's npz: a zip of stored npy files, little-endian and row-major, as Crease writes them. */

const KINDS = {
  '<f8': Float64Array, '<f4': Float32Array, '<i4': Int32Array, '<i8': BigInt64Array,
  '|i1': Int8Array, '|u1': Uint8Array, '|b1': Uint8Array,
};
const LOCAL_ENTRY = 0x04034b50;
const CENTRAL_ENTRY = 0x02014b50;
const END = 0x06054b50;

/**
 * The arrays of a file by name, each `{shape, data}` with a typed array.
 *
 * @param {ArrayBuffer} buffer the file
 */
export function readNpz(buffer) {
  const view = new DataView(buffer);
  const arrays = {};
  let at = centralDirectory(view);
  while (at + 46 <= view.byteLength && view.getUint32(at, true) === CENTRAL_ENTRY) {
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(new Uint8Array(buffer, at + 46, nameLength));
    if (view.getUint16(at + 10, true) !== 0) throw new Error(`${name} is compressed; stored entries are expected`);
    arrays[name.replace(/\.npy$/, '')] = npy(buffer, content(view, view.getUint32(at + 42, true)), name);
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return arrays;
}

function centralDirectory(view) {
  for (let at = view.byteLength - 22; at >= 0; at--) {
    if (view.getUint32(at, true) === END) return view.getUint32(at + 16, true);
  }
  throw new Error('not an npz: it has no directory');
}

function content(view, at) {
  if (view.getUint32(at, true) !== LOCAL_ENTRY) throw new Error('not an npz: its directory points nowhere');
  return at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
}

function npy(buffer, start, name) {
  const view = new DataView(buffer, start);
  const wide = view.getUint8(6) > 1;
  const headerLength = wide ? view.getUint32(8, true) : view.getUint16(8, true);
  const from = start + (wide ? 12 : 10);
  const header = new TextDecoder().decode(new Uint8Array(buffer, from, headerLength));
  const kind = KINDS[/'descr': *'([^']*)'/.exec(header)?.[1]];
  if (!kind || /'fortran_order': *True/.test(header)) throw new Error(`${name} holds what this page does not read`);
  const shape = (/'shape': *\(([^)]*)\)/.exec(header)?.[1] ?? '').split(',').filter(part => part.trim()).map(Number);
  const count = shape.reduce((product, size) => product * size, 1);
  const data = from + headerLength;
  return {shape, data: new kind(buffer.slice(data, data + count * kind.BYTES_PER_ELEMENT))};
}
