/** The frame around every drawing: title, downloads, drawing, caption. */
import {element, say} from './dom.js';
import {copyLink} from './clipboard.js';
import {saveBytes, saveCsv, savePng, saveSvg} from './download.js';
import {here} from './place.js';

const figures = new WeakMap();

/**
 * A drawing in SVG with its data. All figures of the page are made by it, so all can be downloaded alike. It is painted
 * anew whenever its card changes width: one unit is one pixel, and text is never scaled.
 */
export class Figure {
  #paint = () => {};
  #usual;
  #fitted = false;

  /**
   * @param {string} title what it shows
   * @param {string} name the stem of downloaded files, and its name in links; no two of a view are alike
   * @param {number} width in pixels, until its card says otherwise
   * @param {number} height in pixels
   * @param {boolean} wide whether it takes a row of cards for itself
   * @param {boolean} square whether its height follows its width, up to `height`
   */
  constructor({title, name, width = 640, height = 300, wide = false, square = false}) {
    this.name = name;
    this.width = width;
    this.height = height;
    this.#usual = {height, square};
    this.table = () => ({});
    this.svg = d3.create('svg').attr('role', 'img').attr('aria-label', title);
    this.caption = element('figcaption');
    this.heading = element('h3', {title}, title);
    this.choices = element('div', {class: 'choices'});
    this.downloads = element('div', {class: 'downloads', role: 'group', 'aria-label': 'Downloads'},
        this.#button('SVG', () => saveSvg(this.svg.node(), this.name)),
        this.#button('PNG', () => savePng(this.svg.node(), this.name)),
        this.#button('CSV', () => saveCsv(this.table(), this.name)));
    this.drawing = element('div', {class: 'drawing'}, this.svg.node());
    this.node = element('figure', {class: wide ? 'wide' : null, 'data-figure': name},
        element('header', {}, this.heading, this.choices, this.#menu()), this.drawing, this.caption);
    figures.set(this.node, this);
    this.#size();
    new ResizeObserver(([{contentRect}]) => requestAnimationFrame(() => this.#fit(contentRect))).observe(this.drawing);
  }

  /** Offers the arrays behind the figure as npz. */
  offerArrays(fetchArrays) {
    this.downloads.append(this.#button('npz', async () => saveBytes(await fetchArrays(), `${this.name}.npz`)));
    return this;
  }

  /** Changes the title. */
  title(text) {
    this.heading.textContent = text;
    this.heading.title = text;
    this.svg.attr('aria-label', text);
    return this;
  }

  /** Empties the drawing and draws anew, at once or as soon as it is known how wide its card is, and at each change of that. */
  draw(paint) {
    this.#paint = paint;
    this.#repaint();
    return this;
  }

  /** Takes another height from now on. */
  tall(height) {
    this.#usual.height = height;
    if (this.#fitted && !this.large) this.#resize(this.width, height);
    return this;
  }

  /** Says something below the drawing. */
  say(text) {
    this.caption.textContent = text;
    return this;
  }

  /** Whether it fills the window. */
  get large() {
    return this.node.classList.contains('large');
  }

  /** Fills the window, or goes back to its card. */
  enlarge(large = !this.large) {
    if (large === this.large) return;
    if (large) this.scrolled = scrollY;
    this.node.classList.toggle('large', large);
    this.enlarger.setAttribute('aria-pressed', large);
    if (!large) scrollTo({top: this.scrolled, behavior: 'instant'});
  }

  #fit({width, height}) {
    if (!this.node.isConnected || width < 40) return;
    this.#arrive();
    const {height: usual, square} = this.#usual;
    const wanted = Math.floor(width);
    if (this.large) this.#resize(wanted, Math.max(120, Math.floor(height)));
    else this.#resize(wanted, square ? Math.min(usual, wanted) : usual);
  }

  #resize(width, height) {
    if (width === this.width && height === this.height && this.#fitted) return;
    this.#fitted = this.node.isConnected;
    this.width = width;
    this.height = height;
    this.#size();
    this.#repaint();
  }

  #size() {
    this.svg.attr('viewBox', `0 0 ${this.width} ${this.height}`).attr('width', this.width).attr('height', this.height);
  }

  #repaint() {
    if (!this.#fitted) return;
    this.svg.selectAll('*').remove();
    this.#paint(this.svg, this);
  }

  #arrive() {
    if (this.arrived) return;
    this.arrived = true;
    if (here().parameters.figure === this.name) this.node.scrollIntoView({block: 'center'});
  }

  #menu() {
    this.enlarger = element('button', {class: 'small', type: 'button', title: 'Fill the window (f)', 'aria-pressed': 'false',
      on: {click: () => this.enlarge()}}, '⤢');
    const menu = element('details', {class: 'menu'},
        element('summary', {title: 'Download or link', 'aria-label': 'Download or link'}, '⤓'),
        element('div', {class: 'sheet'}, this.downloads,
            element('button', {class: 'small', type: 'button', on: {click: () => copyLink({figure: this.name})}}, 'Copy link')));
    menu.addEventListener('focusout', event => { if (event.relatedTarget && !menu.contains(event.relatedTarget)) menu.open = false; });
    return element('div', {class: 'tools'}, menu, this.enlarger);
  }

  #button(label, act) {
    return element('button', {
      class: 'small', type: 'button', title: `Download as ${label}`, 'data-download': label,
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

/** Enlarges the figure below the pointer or with the focus; the enlarged one goes back. */
export function enlargeOne() {
  const node = document.querySelector('figure.large') ?? document.activeElement?.closest('figure')
      ?? document.querySelector('figure:hover') ?? document.querySelector('main figure');
  figures.get(node)?.enlarge();
}

/** Brings the enlarged figure back to its card, and closes menus; returns whether there was one. */
export function shrinkAll() {
  const large = document.querySelectorAll('figure.large');
  const menus = document.querySelectorAll('details.menu[open]');
  large.forEach(node => figures.get(node)?.enlarge(false));
  menus.forEach(menu => { menu.open = false; });
  return large.length + menus.length > 0;
}

addEventListener('pointerdown', event => {
  document.querySelectorAll('details.menu[open]').forEach(menu => { if (!menu.contains(event.target)) menu.open = false; });
});
