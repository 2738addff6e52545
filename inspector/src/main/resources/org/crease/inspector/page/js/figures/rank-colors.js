/** Colours of ranks on maps: from a deep blue, where all is lost, to a pale one, where nothing is. */

const STOPS = ['#142b4d', '#2c5a8c', '#5e93bf', '#a3c7de', '#eaf1f7'];

/** The scale from rank 0 to the highest. */
export function rankColors(highest) {
  return d3.scaleSequential([0, Math.max(1, highest)], d3.piecewise(d3.interpolateRgb, STOPS));
}
