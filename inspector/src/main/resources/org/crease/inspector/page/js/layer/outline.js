/** What there is to look at in a run: its layers, its steps, its replay's too. */
import {recorded, recordedSteps} from '../recorded.js';

/**
 * Joins what the server says of a run and of a replay of it.
 *
 * @returns {{run: Object, layers: string[], steps: number[], lastLayer: string, partitions: boolean}}
 */
export function outlineOf(run, replay) {
  const probes = [...run.probes, ...(replay?.probes ?? [])];
  const known = [...new Set(probes.flatMap(probe => probe.layers))];
  const order = layer => run.layers.includes(layer) ? run.layers.indexOf(layer) : -1;
  const steps = [...new Set(probes.flatMap(probe => probe.steps))].sort((one, other) => one - other);
  const shown = recorded ? recordedSteps(run.run) : null;
  return {
    run,
    layers: known.sort((one, other) => order(one) - order(other)),
    steps: shown ? steps.filter(step => shown.has(step)) : steps,
    lastLayer: run.layers.at(-1),
    partitions: probes.some(probe => probe.scalars.includes('borders')),
  };
}

/** The layers that an address names, of those that there are; the first where it names none. */
export function layersFromText({layer, layers}, known) {
  const named = (layers ? layers.split(',').map(decodeURIComponent) : [layer]).filter(each => known.includes(each));
  return named.length ? [...new Set(named)] : [layer ?? known[0]];
}

/** Layers for an address. */
export function layersToText(layers) {
  return layers.map(encodeURIComponent).join(',');
}
