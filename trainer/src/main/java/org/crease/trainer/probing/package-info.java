/** From a network's parameters to snapshots, and from snapshots to findings: live, on replay, in a user's own program. */
@NullMarked
package org.crease.trainer.probing;

import org.jspecify.annotations.NullMarked;
