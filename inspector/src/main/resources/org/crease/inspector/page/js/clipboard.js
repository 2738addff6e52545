/** The clipboard. */
import {say} from './dom.js';
import {here, link} from './place.js';

/** Copies the address of the present place. A token that let one in is not part of it. */
export function copyLink(parameters = {}) {
  const {view, parameters: present} = here();
  const address = new URL(location.href);
  address.search = '';
  address.hash = link(view, {...present, ...parameters});
  return copy(address.href, 'link copied');
}

/** Copies text and says so. */
export async function copy(text, done) {
  try {
    await navigator.clipboard.writeText(text);
    say(done);
  } catch {
    say(text);
  }
}
