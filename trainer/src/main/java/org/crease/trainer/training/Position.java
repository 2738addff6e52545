package org.crease.trainer.training;

import java.util.LinkedHashMap;
import java.util.Map;
import org.crease.runlog.Checkpoint;

/**
 * Where a training stands: all that its future depends on besides parameters and updater state.
 *
 * @param step updates done
 * @param epoch whole epochs done
 * @param batch batches done of the epoch under way
 * @param best best quality at the end of an epoch so far; negative infinity before the first
 * @param epochsSinceBest whole epochs done since then
 * @param randomRoot state of the thread's random stream, which dropout draws from
 * @param randomNode its other half
 */
record Position(long step, int epoch, int batch, double best, int epochsSinceBest, long randomRoot, long randomNode) {

    Map<String, Long> integers() {
        Map<String, Long> integers = new LinkedHashMap<>();
        integers.put("batch", (long) batch);
        integers.put("epochs_since_best", (long) epochsSinceBest);
        integers.put("random_root", randomRoot);
        integers.put("random_node", randomNode);
        return integers;
    }

    Map<String, Double> numbers() {
        return Map.of("best", best);
    }

    static Position of(Checkpoint checkpoint) {
        return new Position(
                checkpoint.step(),
                checkpoint.epoch(),
                Math.toIntExact(integer(checkpoint, "batch")),
                number(checkpoint, "best"),
                Math.toIntExact(integer(checkpoint, "epochs_since_best")),
                integer(checkpoint, "random_root"),
                integer(checkpoint, "random_node"));
    }

    private static long integer(Checkpoint checkpoint, String name) {
        Long value = checkpoint.integers().get(name);
        if (value == null) {
            throw missing(checkpoint, name);
        }
        return value;
    }

    private static double number(Checkpoint checkpoint, String name) {
        Double value = checkpoint.numbers().get(name);
        if (value == null) {
            throw missing(checkpoint, name);
        }
        return value;
    }

    private static TrainingException missing(Checkpoint checkpoint, String name) {
        return new TrainingException("checkpoint of step " + checkpoint.step() + " lacks " + name
                + ": it was not written by a training of ours");
    }
}
