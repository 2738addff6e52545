/**
 * First places of a graph's nodes, so that springs have only little to do: principal axes of the numbers of steps to a few nodes far
 * from each other (pivot MDS: U. Brandes, C. Pich, *Eigensolver methods for progressive multidimensional scaling*, 2007).
 */

const PIVOTS = 24;
const TURNS = 60;

/**
 * Places nodes.
 *
 * @param {number} count
 * @param {Array<[number, number]>} edges
 * @returns {Array<[number, number]>} about one unit between neighbours
 */
export function spread(count, edges) {
  const columns = centered(stepsToPivots(count, neighbours(count, edges)), count);
  const first = axis(columns, count, null);
  const second = axis(columns, count, first);
  return d3.range(count).map(node => [first[node], second[node]]);
}

function neighbours(count, edges) {
  const lists = d3.range(count).map(() => []);
  edges.forEach(([a, b]) => { lists[a].push(b); lists[b].push(a); });
  return lists;
}

/** Numbers of steps from each pivot; the next pivot is the node farthest from all before. */
function stepsToPivots(count, lists) {
  const columns = [];
  const nearest = new Float64Array(count).fill(Infinity);
  for (let pivot = 0; columns.length < Math.min(PIVOTS, count);) {
    const steps = stepsFrom(pivot, lists, count);
    columns.push(steps);
    steps.forEach((value, node) => { nearest[node] = Math.min(nearest[node], value); });
    pivot = d3.maxIndex(nearest);
    if (nearest[pivot] === 0) break;
  }
  return columns;
}

function stepsFrom(start, lists, count) {
  const steps = new Float64Array(count).fill(-1);
  steps[start] = 0;
  const queue = [start];
  for (const node of queue) {
    for (const next of lists[node]) {
      if (steps[next] < 0) {
        steps[next] = steps[node] + 1;
        queue.push(next);
      }
    }
  }
  const apart = d3.max(steps) + 2;
  return steps.map(value => value < 0 ? apart : value);
}

/** Squared numbers of steps without the means of rows, columns and all. */
function centered(columns, count) {
  const squares = columns.map(column => column.map(value => value * value));
  const rows = d3.range(count).map(node => d3.mean(squares, column => column[node]));
  const all = d3.mean(rows);
  return squares.map(column => {
    const mean = d3.mean(column);
    return column.map((value, node) => -(value - mean - rows[node] + all) / 2);
  });
}

/** The direction in which nodes differ most, perpendicular to another one, and where each node lies along it. */
function axis(columns, count, other) {
  let weights = columns.map((_, k) => 1 / (k + 1) - 0.3 * (k % 2));
  let places = new Float64Array(count);
  for (let turn = 0; turn < TURNS; turn++) {
    places = without(places.map((_, node) => d3.sum(columns, (column, k) => column[node] * weights[k])), other);
    weights = columns.map(column => d3.sum(column, (value, node) => value * places[node]));
    const length = Math.hypot(...weights) || 1;
    weights = weights.map(weight => weight / length);
  }
  const scale = Math.sqrt(Math.hypot(...places) / Math.sqrt(count)) / (Math.hypot(...places) / Math.sqrt(count) || 1);
  return places.map(place => place * scale);
}

function without(places, other) {
  if (!other) return places;
  const share = d3.sum(places, (place, node) => place * other[node]) / (d3.sum(other, value => value * value) || 1);
  return places.map((place, node) => place - share * other[node]);
}
