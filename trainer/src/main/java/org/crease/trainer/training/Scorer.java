package org.crease.trainer.training;

import org.crease.trainer.config.TrainingConfig.Loss;
import org.crease.trainer.data.Split;
import org.crease.trainer.network.Output;
import org.crease.trainer.probing.HostArrays;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Scores a network on a split, in batches, in double precision and one order, so that scores repeat bit for bit. */
final class Scorer {
    private static final int BATCH = 1000;
    private static final double SMALLEST_PROBABILITY = 1e-10;

    private final Output.Kind kind;
    private final Loss loss;

    Scorer(Output.Kind kind, Loss loss) {
        this.kind = kind;
        this.loss =
                loss != Loss.AUTO ? loss : kind == Output.Kind.CLASSES ? Loss.CROSS_ENTROPY : Loss.MEAN_SQUARED_ERROR;
    }

    Score score(ComputationGraph graph, Split split) {
        Sums sums = new Sums((int) split.targets().size(1));
        for (int from = 0; from < split.size(); from += BATCH) {
            int to = Math.min(from + BATCH, split.size());
            INDArray outputs = graph.outputSingle(rows(split.inputs(), from, to));
            sums.add(HostArrays.floats(outputs), HostArrays.floats(rows(split.targets(), from, to)));
        }
        return sums.score();
    }

    private static INDArray rows(INDArray array, int from, int to) {
        return array.get(NDArrayIndex.interval(from, to));
    }

    private final class Sums {
        private final int width;
        private final double[] targetSum;
        private final double[] targetSquares;
        private double lossSum;
        private double squaredErrors;
        private long right;
        private long samples;

        Sums(int width) {
            this.width = width;
            this.targetSum = new double[width];
            this.targetSquares = new double[width];
        }

        void add(float[] outputs, float[] targets) {
            for (int at = 0; at < targets.length; at += width) {
                addSample(outputs, targets, at);
            }
            samples += targets.length / width;
        }

        private void addSample(float[] outputs, float[] targets, int at) {
            int guess = 0;
            int truth = 0;
            for (int k = 0; k < width; k++) {
                double output = outputs[at + k];
                double target = targets[at + k];
                guess = outputs[at + guess] < output ? k : guess;
                truth = targets[at + truth] < target ? k : truth;
                lossSum += lossOf(output, target);
                squaredErrors += (output - target) * (output - target);
                targetSum[k] += target;
                targetSquares[k] += target * target;
            }
            right += guess == truth ? 1 : 0;
        }

        private double lossOf(double output, double target) {
            return switch (loss) {
                case CROSS_ENTROPY ->
                    target == 0 ? 0 : -target * StrictMath.log(Math.max(output, SMALLEST_PROBABILITY));
                case MEAN_ABSOLUTE_ERROR -> Math.abs(output - target) / width;
                default -> (output - target) * (output - target) / width;
            };
        }

        Score score() {
            double quality = kind == Output.Kind.CLASSES ? (double) right / samples : rSquared();
            return new Score(lossSum / samples, quality);
        }

        private double rSquared() {
            double spread = 0;
            for (int k = 0; k < width; k++) {
                spread += targetSquares[k] - targetSum[k] * targetSum[k] / samples;
            }
            return spread > 0 ? 1 - squaredErrors / spread : Double.NaN;
        }
    }
}
