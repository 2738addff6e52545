/** Grids of several runs: brought together, subtracted, read at a step. */

/** The least and the largest value of all grids. */
export function domainOf(grids) {
  return d3.extent(grids.flatMap(grid => grid.value.flat()).filter(value => value !== null));
}

/** All steps of all grids. */
export function stepsOf(grids) {
  return [...new Set(grids.flatMap(grid => grid.step))].sort(d3.ascending);
}

/** All layers of all grids, in their order. */
export function layersOf(grids) {
  return [...new Set(grids.flatMap(grid => grid.layer))];
}

/** One grid less another, at the steps and layers that both have. */
export function difference(a, b) {
  const step = a.step.filter(each => b.step.includes(each));
  const layer = a.layer.filter(each => b.layer.includes(each));
  return {step, layer, value: layer.map(name => step.map(at => minus(valueAt(a, at, name), valueAt(b, at, name))))};
}

/** The values over layers at the step nearest to a wish; null where the grid has no such layer. */
export function profile(grid, step, layers) {
  const nearest = nearestStep(grid, step);
  return layers.map(layer => valueAt(grid, nearest, layer));
}

/** The step of a grid that is nearest to a wish. */
export function nearestStep(grid, step) {
  return grid.step[d3.bisector(d => d).center(grid.step, step)];
}

function valueAt(grid, step, layer) {
  return grid.value[grid.layer.indexOf(layer)]?.[grid.step.indexOf(step)] ?? null;
}

function minus(a, b) {
  return a === null || b === null ? null : a - b;
}
