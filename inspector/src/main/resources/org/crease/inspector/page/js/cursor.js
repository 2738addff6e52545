/** The step that the pointer is at, shared by figures over one time axis. */
export class Cursor {
  #listeners = new Map();

  /** Calls a figure when the pointer moves; a later call of the same key replaces the earlier. */
  follow(key, listener) {
    this.#listeners.set(key, listener);
  }

  /** Tells all figures the step, or null when the pointer has left. */
  move(step) {
    this.#listeners.forEach(listener => listener(step));
  }
}
