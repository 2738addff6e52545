/** What a probe is: a pure function from a snapshot of a network to findings. */
@NullMarked
package org.crease.probes;

import org.jspecify.annotations.NullMarked;
