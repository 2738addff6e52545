/** Colours that stay apart for colour-blind eyes. */

/** Okabe and Ito's colours, and more for tasks of ten classes. */
const SERIES = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9', '#7a5195', '#8c8c8c', '#b5b500', '#8b4513'];

/** The colour of a class, a homology dimension or a run. */
export function series(index) {
  return SERIES[((index % SERIES.length) + SERIES.length) % SERIES.length];
}

/** A scale from low to high that keeps its order in grey and for colour-blind eyes. */
export function sequential(low, high) {
  return d3.scaleSequential(low === high ? [low, low + 1] : [low, high], d3.interpolateCividis);
}

/** A scale from below to above zero: blue below, white at zero, red above. */
export function diverging(most) {
  return d3.scaleSequential([most || 1, -(most || 1)], d3.interpolateRdBu);
}

/** Black or white, whichever reads better on a colour. */
export function inkOn(color) {
  const {r, g, b} = d3.rgb(color);
  return 0.299 * r + 0.587 * g + 0.114 * b > 140 ? '#1d2126' : '#ffffff';
}
