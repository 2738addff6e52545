/** The mark in the page's head: two faces of a sheet that meet in a crease. */

const FACES = [['M3 8l13 5v16L3 23z', '#0072b2'], ['M29 8l-13 5v16l13-6z', '#56b4e9'], ['M3 8l13-5 13 5-13 5z', '#d55e00']];

/** Draws it. */
export function logo() {
  const svg = d3.create('svg').attr('viewBox', '0 0 32 32').attr('aria-hidden', 'true');
  svg.selectAll('path').data(FACES).join('path').attr('d', face => face[0]).attr('fill', face => face[1]);
  return svg.node();
}
