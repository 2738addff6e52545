/** How homology dimensions look: each has a colour and a shape, so that no eye needs the colour. */
import {series} from '../colors.js';

const SHAPES = [d3.symbolCircle, d3.symbolDiamond, d3.symbolTriangle, d3.symbolSquare];
const AREA = 40;

/** The colour of a dimension. */
export function dimensionColor(dimension) {
  return series(dimension);
}

/** The outline of a dimension's symbol around the origin. */
export function dimensionSymbol(dimension, area = AREA) {
  return d3.symbol(SHAPES[dimension % SHAPES.length], area)();
}
