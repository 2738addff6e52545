/** What to do where there is nothing to show yet. */
import {element} from '../dom.js';

const PROBES = 'probes:\n  - projection\n  - topology:\n      representatives: 10\n';

/** How to get the cloud of a layer. */
export function projectionHint(run) {
  return element('section', {class: 'card hint'},
      element('h3', {}, 'No cloud of this layer'),
      element('p', {}, 'The probe projection gives each sample coordinates. Write'),
      element('pre', {}, PROBES), element('p', {}, 'into probes.yaml, and run'),
      element('pre', {}, `crease replay ${run.run} --probes probes.yaml`));
}
