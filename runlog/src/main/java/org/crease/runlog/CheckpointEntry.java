package org.crease.runlog;

import org.jspecify.annotations.Nullable;

/**
 * What the index says of a checkpoint.
 *
 * @param step number of parameter updates done
 * @param epoch whole passes over the training data done
 * @param file name in {@code checkpoints/}
 * @param sha256 of the file, hexadecimal
 * @param parametersSha256 of the parameters' float32 little-endian bytes in layer order, hexadecimal
 * @param score what the trainer ranks checkpoints by, or null
 * @param removed whether the file was deleted to save space
 */
public record CheckpointEntry(
        long step,
        int epoch,
        String file,
        String sha256,
        String parametersSha256,
        @Nullable Double score,
        boolean removed) {

    CheckpointEntry asRemoved() {
        return new CheckpointEntry(step, epoch, file, sha256, parametersSha256, score, true);
    }
}
