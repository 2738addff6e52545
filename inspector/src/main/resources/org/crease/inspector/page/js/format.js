/** Numbers and times as people read them. */

const SHORT = new Intl.NumberFormat('en', {maximumSignificantDigits: 4});

/** A number in about four digits; an en dash for what is none. */
export function short(value) {
  if (value === null || value === undefined || value === 'NaN' || Number.isNaN(value)) return '–';
  const number = Number(value);
  if (!Number.isFinite(number)) return number > 0 ? '∞' : '−∞';
  const size = Math.abs(number);
  if (size !== 0 && (size >= 1e7 || size < 1e-3)) return number.toExponential(2);
  return SHORT.format(number);
}

/** How long ago a time was. */
export function age(time, now = Date.now()) {
  const seconds = Math.max(0, (now - Date.parse(time)) / 1000);
  for (const [unit, length] of [['d', 86400], ['h', 3600], ['min', 60]]) {
    if (seconds >= length) return `${Math.floor(seconds / length)} ${unit}`;
  }
  return `${Math.floor(seconds)} s`;
}

/** A scalar's name in words: `rank_mean` as `rank mean`. */
export function words(name) {
  return name.replaceAll('_', ' ');
}
