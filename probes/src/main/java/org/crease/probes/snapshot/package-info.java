/** What a probe sees: the layers of a network at one step, their maps, and their activations on the probe set. */
@NullMarked
package org.crease.probes.snapshot;

import org.jspecify.annotations.NullMarked;
