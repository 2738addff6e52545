/** Trains networks, takes checkpoints and snapshots, runs probes live and on replay. */
@NullMarked
package org.crease.trainer;

import org.jspecify.annotations.NullMarked;
