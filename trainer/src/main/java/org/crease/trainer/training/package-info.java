/** The training loop: batches, scores, checkpoints, resumption. */
@NullMarked
package org.crease.trainer.training;

import org.jspecify.annotations.NullMarked;
