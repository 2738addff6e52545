/** Smoothing of a line. */

/**
 * The exponential moving average, corrected for its start, so that the first value is itself. Nulls stay and do not count.
 *
 * @param {Array<?number>} values
 * @param {number} weight of what came before, from 0 for none to below 1
 */
export function smooth(values, weight) {
  if (!weight) return values;
  let average = 0;
  let mass = 0;
  return values.map(value => {
    if (value === null) return null;
    average = weight * average + (1 - weight) * value;
    mass = weight * mass + (1 - weight);
    return average / mass;
  });
}
