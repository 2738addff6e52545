/**
 * Decision boundaries and level lines, exact: on each polygon every output is an affine function, so it is known everywhere from its
 * values at the corners, and where two outputs are equal is a straight line.
 */

/**
 * Where the largest output changes.
 *
 * @param {Polygons} polygons
 * @param {Float64Array} output (corners, outputs)
 * @param {number} outputs
 * @returns {Array<[number[], number[]]>} segments of the plane
 */
export function decisionBoundary(polygons, output, outputs) {
  return eachPolygon(polygons, output, outputs, corners => {
    const winners = new Set(corners.map(corner => largest(corner.values)));
    return winners.size < 2 ? [] : pairs(outputs).map(([i, j]) => between(corners, i, j)).filter(Boolean);
  });
}

/** Where one output has one of some values. */
export function levelLines(polygons, output, outputs, column, levels) {
  return levels.map(level => ({level, segments: eachPolygon(polygons, output, outputs, corners => {
    const line = zero(corners, values => values[column] - level);
    return line ? [line.map(end => end.at)] : [];
  })}));
}

/**
 * The parts of polygons on which each output is the largest.
 *
 * @returns {Array<Array<number[][]>>} for each output, convex polygons
 */
export function decisionAreas(polygons, output, outputs) {
  const areas = d3.range(outputs).map(() => []);
  eachPolygon(polygons, output, outputs, corners => {
    for (const winner of d3.range(outputs)) {
      const rest = d3.range(outputs).filter(other => other !== winner)
          .reduce((part, other) => clip(part, values => values[winner] - values[other]), corners);
      if (rest.length > 2) areas[winner].push(rest.map(corner => corner.at));
    }
    return [];
  });
  return areas;
}

function eachPolygon(polygons, output, outputs, act) {
  const found = [];
  for (let polygon = 0; polygon < polygons.count; polygon++) {
    const corners = [];
    for (let row = polygons.offsets[polygon]; row < polygons.offsets[polygon + 1]; row++) {
      corners.push({at: polygons.corner(row), values: output.subarray(row * outputs, (row + 1) * outputs)});
    }
    found.push(...act(corners));
  }
  return found;
}

/** The segment of a polygon on which outputs i and j are equal and none is larger. */
function between(corners, i, j) {
  let line = zero(corners, values => values[i] - values[j]);
  for (let other = 0; line && other < corners[0].values.length; other++) {
    if (other !== i && other !== j) line = cut(line, values => values[i] - values[other]);
  }
  return line?.map(end => end.at) ?? null;
}

/** The segment on which an affine function is zero; null where it keeps its sign. */
function zero(corners, f) {
  const ends = [];
  corners.forEach((corner, k) => {
    const next = corners[(k + 1) % corners.length];
    const [a, b] = [f(corner.values), f(next.values)];
    if (a >= 0 !== b >= 0) ends.push(mix(corner, next, a / (a - b)));
  });
  return ends.length === 2 ? ends : null;
}

/** The part of a segment on which an affine function is not negative. */
function cut([from, to], f) {
  const [a, b] = [f(from.values), f(to.values)];
  if (a < 0 && b < 0) return null;
  if (a >= 0 && b >= 0) return [from, to];
  const middle = mix(from, to, a / (a - b));
  return a >= 0 ? [from, middle] : [middle, to];
}

/** The part of a convex polygon on which an affine function is not negative (Sutherland and Hodgman's clipping). */
function clip(corners, f) {
  return corners.flatMap((corner, k) => {
    const next = corners[(k + 1) % corners.length];
    const [a, b] = [f(corner.values), f(next.values)];
    const kept = a >= 0 ? [corner] : [];
    if (a >= 0 !== b >= 0) kept.push(mix(corner, next, a / (a - b)));
    return kept;
  });
}

function mix(from, to, share) {
  const between = (a, b) => a + (b - a) * share;
  return {
    at: [between(from.at[0], to.at[0]), between(from.at[1], to.at[1])],
    values: Float64Array.from(from.values, (value, k) => between(value, to.values[k])),
  };
}

function largest(values) {
  let best = 0;
  for (let k = 1; k < values.length; k++) if (values[k] > values[best]) best = k;
  return best;
}

function pairs(count) {
  return d3.range(count).flatMap(i => d3.range(i + 1, count).map(j => [i, j]));
}
