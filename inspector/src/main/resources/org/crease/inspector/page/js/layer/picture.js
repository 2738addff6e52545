/** Inputs as pictures. */
import {element} from '../dom.js';

const SMALLEST_SIDE = 8;
const SEEN = 112;

/**
 * How an input is seen as a picture: `{channels, height, width}`; null when it is none. Numbers in a row are one when they fill a
 * square of 8 by 8 or more, or three.
 */
export function pictureShape(shape) {
  if (shape.length === 3) return [1, 3].includes(shape[0]) ? {channels: shape[0], height: shape[1], width: shape[2]} : null;
  if (shape.length === 2) return {channels: 1, height: shape[0], width: shape[1]};
  for (const channels of [1, 3]) {
    const side = Math.sqrt(shape[0] / channels);
    if (Number.isInteger(side) && side >= SMALLEST_SIDE) return {channels, height: side, width: side};
  }
  return null;
}

/** Draws a picture, its least value black and its largest white. */
export function drawPicture(values, {channels, height, width}, [least, most]) {
  const canvas = element('canvas', {class: 'picture', width, height, 'aria-label': 'the input'});
  const context = canvas.getContext('2d');
  const image = context.createImageData(width, height);
  const light = value => 255 * (value - least) / (most - least || 1);
  for (let pixel = 0; pixel < width * height; pixel++) {
    for (let color = 0; color < 3; color++) {
      image.data[4 * pixel + color] = light(values[(channels === 3 ? color * width * height : 0) + pixel]);
    }
    image.data[4 * pixel + 3] = 255;
  }
  context.putImageData(image, 0, 0);
  const scale = Math.max(1, Math.round(SEEN / Math.max(width, height)));
  canvas.style.width = `${width * scale}px`;
  canvas.style.height = `${height * scale}px`;
  return canvas;
}
