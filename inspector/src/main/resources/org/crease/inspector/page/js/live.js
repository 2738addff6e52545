/** Looks for news every few seconds: seldom when there are none, not at all when nobody looks, never in a report. */
import {say} from './dom.js';
import {recorded} from './recorded.js';

const SOON = 2000;
const LATE = 10000;
const LOST = 30000;
const SLOWER = 1.25;

/**
 * Asks again and again.
 *
 * @param {function(): Promise<boolean>} look asks for news, and returns whether there were any
 * @returns {{now: function(), close: function()}} looks at once; ends it
 */
export function follow(look) {
  if (recorded) return {now() {}, close() {}};
  let wait = SOON;
  let timer = null;
  let lost = false;
  let closed = false;

  async function turn() {
    timer = null;
    if (document.hidden) return;
    try {
      wait = await look() ? SOON : Math.min(LATE, wait * SLOWER);
      lost = false;
    } catch (problem) {
      if (!lost) say(`the inspector does not answer: ${problem.message}`);
      lost = true;
      wait = Math.min(LOST, wait * 2);
    }
    plan();
  }

  function plan() {
    if (!closed && timer === null) timer = setTimeout(turn, wait);
  }

  function now() {
    wait = SOON;
    clearTimeout(timer);
    timer = null;
    if (!closed) turn();
  }

  function seen() {
    if (!document.hidden) now();
  }

  document.addEventListener('visibilitychange', seen);
  plan();
  return {
    now,
    close() {
      closed = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', seen);
    },
  };
}
