/** The frame around every drawing: title, downloads, drawing, caption. */
import {element, say} from './dom.js';
import {saveBytes, saveCsv, savePng, saveSvg} from './download.js';

/** A drawing in SVG with its data. All figures of the page are made by it, so all can be downloaded alike. */
export class Figure {
  /**
   * @param {string} title what it shows
   * @param {string} name the stem of downloaded files
   * @param {number} width in pixels of the drawing
   * @param {number} height in pixels of the drawing
   */
  constructor({title, name, width = 640, height = 300, wide = false}) {
    this.name = name;
    this.width = width;
    this.height = height;
    this.table = () => ({});
    this.svg = d3.create('svg').attr('viewBox', `0 0 ${width} ${height}`).attr('role', 'img').attr('aria-label', title);
    this.caption = element('figcaption');
    this.downloads = element('span', {class: 'downloads'},
        this.#button('SVG', () => saveSvg(this.svg.node(), this.name)),
        this.#button('PNG', () => savePng(this.svg.node(), this.name)),
        this.#button('CSV', () => saveCsv(this.table(), this.name)));
    this.heading = element('h3', {}, title);
    this.node = element('figure', {class: wide ? 'wide' : null},
        element('header', {}, this.heading, this.downloads), this.svg.node(), this.caption);
  }

  /** Offers the arrays behind the figure as npz. */
  offerArrays(fetchArrays) {
    this.downloads.append(this.#button('npz', async () => saveBytes(await fetchArrays(), `${this.name}.npz`)));
    return this;
  }

  /** Empties the drawing and draws anew. */
  draw(paint) {
    this.svg.selectAll('*').remove();
    paint(this.svg, this);
    return this;
  }

  /** Says something below the drawing. */
  say(text) {
    this.caption.textContent = text;
    return this;
  }

  #button(label, act) {
    return element('button', {
      class: 'small', type: 'button', title: `Download as ${label}`,
      on: {click: async () => {
        try {
          await act();
        } catch (problem) {
          say(`cannot download: ${problem.message}`);
        }
      }},
    }, label);
  }
}
