/** What is chosen and pointed at. Every open figure listens, so that samples are marked everywhere at once. */

/** A value that others want to know of. */
export class Shared {
  #value;
  #same;
  #listeners = new Set();

  /**
   * @param value at first
   * @param {function(*, *): boolean} same whether two values are one, so that nobody need be told
   */
  constructor(value, same = Object.is) {
    this.#value = value;
    this.#same = same;
  }

  get value() {
    return this.#value;
  }

  /** Takes another value and tells all who listen. */
  set(value) {
    if (this.#same(value, this.#value)) return;
    this.#value = value;
    [...this.#listeners].forEach(listener => listener(value));
  }

  /** Listens; what is returned stops it. */
  on(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

const LONGEST = 400;

/** Ids of the samples that are chosen. */
export const chosen = new Shared(new Set(), sameSet);

/** Ids of the samples under the pointer. */
export const pointed = new Shared(new Set(), sameSet);

/** The bar that is chosen, `{key, edges}` with edges by the ids of their samples, or null. */
export const cocycle = new Shared(null, (one, other) => one?.key === other?.key);

/** Chooses nothing. */
export function chooseNothing() {
  cocycle.set(null);
  chosen.set(new Set());
}

/** Ids as text for the address; empty when they are too many for one. */
export function idsToText(ids) {
  const text = [...ids].sort((a, b) => a - b).join(',');
  return text.length > LONGEST ? '' : text;
}

/** Ids out of the address. */
export function idsFromText(text) {
  return new Set((text ?? '').split(',').filter(part => /^\d+$/.test(part)).map(Number));
}

function sameSet(one, other) {
  return one.size === other.size && [...one].every(id => other.has(id));
}
