/** How large figures are drawn, so that one layer fills the window without scrolling and several stand side by side. */

const GAP = 11;
const FRAME = 28;
const PAGE_MARGIN = 30;
const WIDEST = 1680;
const NARROW = 900;
const ABOVE = 112;
const AROUND = 80;
const LOWEST = 170;
const HIGHEST = 360;

/**
 * Width and height of drawings: `small`; `large`, where one has the room for large ones for itself; `shared`, where several do.
 *
 * @param {number} layers how many are open
 */
export function sizesFor(layers) {
  const page = Math.min(document.documentElement.clientWidth || innerWidth, WIDEST) - PAGE_MARGIN;
  const panel = (page - GAP * (layers - 1)) / layers;
  const height = rows => Math.max(LOWEST, Math.min(HIGHEST, (innerHeight - ABOVE) / rows - AROUND));
  if (layers === 1 && page > NARROW) {
    const large = (panel - GAP) * 0.4;
    const row = height(2);
    return {arrangement: 'wide', small: [(panel - 2 * GAP - large) / 2 - FRAME, row], large: [large - FRAME, 2 * row + AROUND], shared: [large - FRAME, row]};
  }
  if (layers === 2 && page > NARROW || layers === 1 && page > NARROW / 2) {
    const half = (panel - GAP) / 2 - FRAME;
    return {arrangement: 'half', small: [half, height(2) - 20], large: [panel - FRAME, height(2)], shared: [half, height(2)]};
  }
  const width = Math.max(300, panel) - FRAME;
  return {arrangement: 'tall', small: [width, 220], large: [width, height(2)], shared: [width, height(2)]};
}
