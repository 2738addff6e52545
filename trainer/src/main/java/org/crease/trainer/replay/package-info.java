/** Probes, run again on the checkpoints of a run. */
@NullMarked
package org.crease.trainer.replay;

import org.jspecify.annotations.NullMarked;
