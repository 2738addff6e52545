/** How large figures are drawn, so that one layer fills the window without scrolling and several stand side by side. */

const GAP = 11;
const FRAME = 26;
const AROUND = 32;
const WIDEST = 1680;
const NARROW = 900;

/** Widths of small and large drawings, given how many layers are open. */
export function sizesFor(layers) {
  const page = Math.min(document.documentElement.clientWidth || innerWidth, WIDEST) - AROUND;
  const panel = (page - GAP * (layers - 1)) / layers;
  if (layers === 1 && page > NARROW) {
    const large = Math.round((panel - 2 * GAP) * 0.4);
    return {arrangement: 'wide', small: [(panel - 2 * GAP - large) / 2 - FRAME, 218], large: [large - FRAME, 500]};
  }
  if (layers === 2 && page > NARROW || layers === 1 && page > NARROW / 2) {
    return {arrangement: 'half', small: [(panel - GAP) / 2 - FRAME, 210], large: [panel - FRAME, 300]};
  }
  const width = Math.max(300, panel) - FRAME;
  return {arrangement: 'tall', small: [width, 220], large: [width, 290]};
}
