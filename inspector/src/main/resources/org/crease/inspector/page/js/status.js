/** Where a run stands: a mark that is told apart by form as well as by colour, and a word. */
import {element} from './dom.js';

const MARKS = {done: '●', running: '▶', stopped: '■', failed: '✕', died: '✕', unreadable: '⚠'};

/** The mark and the word of a status; the reason is its hint. */
export function statusMark(status, reason = null) {
  return element('span', {class: `status ${status in MARKS ? status : 'other'}`, title: reason},
      element('span', {class: 'mark', 'aria-hidden': 'true'}, MARKS[status] ?? '○'), status);
}
