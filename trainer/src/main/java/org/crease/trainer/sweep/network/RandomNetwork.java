package org.crease.trainer.sweep.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.crease.probes.Finding;
import org.crease.probes.Probe;
import org.crease.probes.snapshot.Activation;
import org.crease.probes.snapshot.DenseNetwork;
import org.crease.probes.snapshot.Snapshot;
import org.crease.trainer.seed.Streams;
import org.crease.trainer.sweep.network.Codewords.Group;
import org.crease.trainer.sweep.plan.Measure;
import org.crease.trainer.sweep.plan.Measurement;
import org.crease.trainer.sweep.plan.SubjectConfig.RandomNetworks;

/** One random network, shown its points, and what is measured of it. */
public final class RandomNetwork {
    private static final Set<Measure> OF_RANKS = Set.of(Measure.RANK_MIN, Measure.RANK_MEAN, Measure.RANK_MAX);

    private final RandomNetworks config;
    private final List<RandomLayer> layers;
    private final double[] points;
    private final Codewords codewords;

    private RandomNetwork(RandomNetworks config, List<RandomLayer> layers, double[] points) {
        this.config = config;
        this.layers = layers;
        this.points = points;
        this.codewords = Codewords.of(layers, points, config.points().count());
    }

    /**
     * Draws a network and its points, each layer and the points from a stream of their own.
     *
     * @param name what is drawn; other names give other networks
     */
    public static RandomNetwork draw(RandomNetworks config, Streams streams, String name) {
        List<RandomLayer> layers = new ArrayList<>();
        int inputs = config.inputs();
        for (int units : config.widths()) {
            String stream = name + "/layer-" + (layers.size() + 1);
            layers.add(RandomLayer.draw(config, units, inputs, streams.random(stream)));
            inputs = units;
        }
        double[] points = Clouds.draw(config.points(), config.inputs(), streams.random(name + "/points"));
        return new RandomNetwork(config, layers, points);
    }

    /** What the configuration asks to be measured, layer by layer. */
    public List<Measurement> measure() {
        int[][] ranks = ranksAreNeeded() ? ranks() : new int[0][];
        List<Measurement> measured = new ArrayList<>();
        for (int layer = 0; layer < layers.size(); layer++) {
            for (Measure measure : config.measures()) {
                double value = OF_RANKS.contains(measure) && ranks.length == 0
                        ? extreme(measure)
                        : measure(measure, layer, ranks);
                measured.add(new Measurement(String.valueOf(layer + 1), measure.word(), value));
            }
        }
        return measured;
    }

    /**
     * What probes find in it, layer by layer: the numbers of their summaries.
     *
     * @throws InterruptedException when the thread is interrupted
     */
    public List<Measurement> examine(List<Probe> probes) throws InterruptedException {
        List<Measurement> measured = new ArrayList<>();
        if (probes.isEmpty()) {
            return measured;
        }
        Snapshot snapshot = snapshot();
        for (Probe probe : probes) {
            for (Finding finding : probe.examine(snapshot)) {
                finding.summary()
                        .forEach((name, value) ->
                                measured.add(new Measurement(finding.layer(), finding.probe() + "." + name, value)));
            }
        }
        return measured;
    }

    private Snapshot snapshot() {
        DenseNetwork network = DenseNetwork.taking(config.inputs());
        for (int k = 0; k < layers.size(); k++) {
            RandomLayer layer = layers.get(k);
            network = network.dense(
                    String.valueOf(k + 1),
                    floats(layer.weights(), layer.units(), layer.inputs()),
                    floats(layer.biases(), 1, layer.units())[0],
                    Activation.RELU);
        }
        int count = config.points().count();
        return network.on(floats(Rows.transposed(points, config.inputs(), count), count, config.inputs()));
    }

    private static float[][] floats(double[] values, int rows, int columns) {
        float[][] floats = new float[rows][columns];
        for (int i = 0; i < values.length; i++) {
            floats[i / columns][i % columns] = (float) values[i];
        }
        return floats;
    }

    /** Not where one layer's smallest or largest rank is all that is asked for. */
    private boolean ranksAreNeeded() {
        boolean asked = config.measures().stream().anyMatch(OF_RANKS::contains);
        return asked && (layers.size() > 1 || config.measures().contains(Measure.RANK_MEAN));
    }

    private int extreme(Measure measure) {
        LayerRanks ranks = new LayerRanks(layers.get(0));
        return measure == Measure.RANK_MIN
                ? RankRange.smallest(ranks, codewords.level(0))
                : RankRange.largest(ranks, config.inputs(), codewords.level(0));
    }

    private double measure(Measure measure, int layer, int[][] ranks) {
        return switch (measure) {
            case RANK_MIN -> Arrays.stream(ranks[layer]).min().orElseThrow();
            case RANK_MAX -> Arrays.stream(ranks[layer]).max().orElseThrow();
            case RANK_MEAN -> mean(layer, ranks[layer]);
            case ACTIVE_MEAN -> codewords.activeMean(layer);
            case REGIONS -> codewords.level(layer).size();
        };
    }

    private double mean(int layer, int[] ranks) {
        long sum = 0;
        List<Group> groups = codewords.level(layer);
        for (int i = 0; i < ranks.length; i++) {
            sum += (long) ranks[i] * groups.get(i).points();
        }
        return (double) sum / config.points().count();
    }

    /** The rank of the map up to each layer, for each codeword up to there. */
    private int[][] ranks() {
        int[][] ranks = Stream.iterate(0, layer -> layer < layers.size(), layer -> layer + 1)
                .map(layer -> new int[codewords.level(layer).size()])
                .toArray(int[][]::new);
        ComposedRanks composed = new ComposedRanks(layers);
        for (int group = 0; group < ranks[0].length; group++) {
            int[] active = codewords.level(0).get(group).active();
            if (layers.size() == 1) {
                ranks[0][group] = composed.first().rank(active);
            } else {
                descend(composed, composed.begin(active), 0, group, ranks);
            }
        }
        return ranks;
    }

    private void descend(ComposedRanks composed, ComposedRanks.State state, int layer, int group, int[][] ranks) {
        ranks[layer][group] = state.rank();
        if (layer + 1 < layers.size()) {
            for (int child : codewords.children(layer + 1, group)) {
                int[] active = codewords.level(layer + 1).get(child).active();
                descend(composed, composed.next(state, layer + 1, active), layer + 1, child, ranks);
            }
        }
    }
}
