/** Bars and their cocycles, out of the arrays of a finding. */

const DIAGRAM = /^h(\d+)$/;

/** All bars: `{dimension, index, birth, death, key, cycle}`; `cycle` says whether there is a cocycle of it. */
export function barsOf(arrays) {
  return Object.entries(arrays).filter(([name, array]) => DIAGRAM.test(name) && array.shape[1] === 2).flatMap(([name, {data}]) => {
    const dimension = Number(name.slice(1));
    const cycles = new Set(arrays[`${name}_cocycle_bar`]?.data);
    return Array.from({length: data.length / 2}, (_, index) => ({
      dimension, index, birth: data[2 * index], death: data[2 * index + 1], key: `${dimension}/${index}`, cycle: cycles.has(index),
    }));
  });
}

/** The edges of a bar's cocycle, by the ids of their samples; null where the finding has none. */
export function cocycleEdges(arrays, key) {
  const [dimension, index] = key.split('/').map(Number);
  const place = arrays[`h${dimension}_cocycle_bar`]?.data.indexOf(index) ?? -1;
  if (place < 0) return null;
  const offsets = arrays[`h${dimension}_cocycle_offsets`].data;
  const {data} = arrays[`h${dimension}_cocycle_simplices`];
  const width = dimension + 1;
  return d3.range(offsets[place], offsets[place + 1]).flatMap(simplex => edges(data.subarray(width * simplex, width * (simplex + 1))));
}

/** The Betti curves: `{grid, curves: [{dimension, count}]}`, or null where there are none. */
export function bettiOf(arrays) {
  const grid = arrays.betti_grid?.data;
  const curves = Object.entries(arrays).filter(([name, array]) => /^betti\d+$/.test(name) && array.shape[0] === grid?.length)
      .map(([name, {data}]) => ({dimension: Number(name.slice(5)), count: data}));
  return grid?.length && curves.length ? {grid, curves} : null;
}

function edges(ids) {
  return d3.range(ids.length).flatMap(i => d3.range(i + 1, ids.length).map(j => [ids[i], ids[j]]));
}
