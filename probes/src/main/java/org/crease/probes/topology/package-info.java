/** The shape of each layer's activations: components and loops of the Vietoris-Rips filtration. */
@NullMarked
package org.crease.probes.topology;

import org.jspecify.annotations.NullMarked;
