/**
 * Point clouds out of snapshots, for every probe that looks at the shape of activations: which layers, what is taken of
 * them, how it is scaled, which inputs, which metric.
 */
@NullMarked
package org.crease.probes.cloud;

import org.jspecify.annotations.NullMarked;
