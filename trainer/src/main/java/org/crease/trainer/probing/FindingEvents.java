package org.crease.trainer.probing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.crease.probes.Array;
import org.crease.probes.Finding;
import org.crease.probes.snapshot.LayerMap;
import org.crease.probes.snapshot.LayerSnapshot;
import org.crease.probes.snapshot.Snapshot;
import org.crease.runlog.events.EventLog;
import org.crease.runlog.events.Markdown;
import org.crease.runlog.figure.Figures;
import org.crease.runlog.figure.PartitionMap;
import org.crease.runlog.picture.DiagramPicture;
import org.crease.runlog.picture.Picture;
import org.crease.runlog.picture.RankMap;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What was seen in a snapshot, for TensorBoard: scalars, histograms, and pictures. Of a finding's arrays, {@code rank} (int32,
 * one an input) becomes a histogram and, where inputs are points of the plane, a map; those of a partition a map of its regions;
 * {@code h0} and {@code h1} (float64,
 * pairs of birth and death) a diagram. Arrays of these names and other shapes are passed over. Notes become text when they
 * are not those of the checkpoint before.
 */
public final class FindingEvents {
    private final EventLog events;
    private final Map<String, List<String>> noted = new HashMap<>();

    public FindingEvents(EventLog events) {
        this.events = events;
    }

    public void write(Snapshot snapshot, List<Finding> findings) {
        for (LayerSnapshot layer : snapshot.layers()) {
            histogram(snapshot.step(), "activations/" + layer.name(), layer.activations());
            weights(snapshot.step(), layer);
        }
        for (Finding finding : findings) {
            write(snapshot, finding);
        }
        events.flush();
    }

    private void weights(long step, LayerSnapshot layer) {
        if (layer.map() instanceof LayerMap.Dense dense) {
            histogram(step, "weights/" + layer.name(), dense.weights());
        } else if (layer.map() instanceof LayerMap.Convolution convolution) {
            histogram(step, "weights/" + layer.name(), convolution.weights());
        }
    }

    private void histogram(long step, String tag, INDArray array) {
        events.histogram(step, tag, doubles(new Array(HostArrays.floats(array), array.length())));
    }

    private void write(Snapshot snapshot, Finding finding) {
        String prefix = finding.probe() + "/" + finding.layer() + "/";
        for (Map.Entry<String, Double> scalar : finding.summary().entrySet()) {
            events.scalar(finding.step(), prefix + scalar.getKey(), scalar.getValue());
        }
        note(finding, prefix + "notes");
        Array ranks = finding.arrays().get("rank");
        if (ranks != null && ranks.data() instanceof int[] && ranks.shape().length == 1) {
            events.histogram(finding.step(), prefix + "rank", doubles(ranks));
            if (PartitionPicture.possible(finding)) {
                partition(snapshot, finding, prefix + "map");
            } else {
                rankMap(snapshot, finding.step(), prefix + "map", ranks);
            }
        }
        List<Array> diagrams = Stream.of("h0", "h1")
                .flatMap(name -> Stream.ofNullable(finding.arrays().get(name)))
                .filter(FindingEvents::isDiagram)
                .toList();
        if (!diagrams.isEmpty()) {
            draw(finding.step(), prefix + "diagram", DiagramPicture.draw(diagrams));
        }
    }

    private void note(Finding finding, String tag) {
        List<String> before = noted.put(tag, finding.notes());
        if (!finding.notes().equals(before == null ? List.of() : before)) {
            events.text(finding.step(), tag, Markdown.code("", String.join("\n", finding.notes())));
        }
    }

    private void partition(Snapshot snapshot, Finding finding, String tag) {
        PartitionMap map = PartitionPicture.of("layer " + finding.layer(), snapshot, finding);
        events.image(finding.step(), tag, Figures.png(map, 1), map.width(), map.height());
    }

    private static boolean isDiagram(Array array) {
        return array.data() instanceof double[] && array.shape().length == 2 && array.shape()[1] == 2;
    }

    /** Where the inputs are points of the plane and all of them were looked at. */
    private void rankMap(Snapshot snapshot, long step, String tag, Array ranks) {
        INDArray inputs = snapshot.probeSet().inputs();
        if (inputs.rank() != 2 || inputs.size(1) != 2 || ranks.shape()[0] != inputs.size(0)) {
            return;
        }
        float[] points = HostArrays.floats(inputs);
        double[] x = new double[points.length / 2];
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = points[2 * i];
            y[i] = points[2 * i + 1];
        }
        draw(step, tag, RankMap.draw(x, y, ranks.ints()));
    }

    private void draw(long step, String tag, Picture picture) {
        events.image(step, tag, picture.png(), picture.width(), picture.height());
    }

    private static double[] doubles(Array array) {
        double[] values = new double[Math.toIntExact(array.shape()[0])];
        for (int i = 0; i < values.length; i++) {
            values[i] = array.data() instanceof int[] ints ? ints[i] : array.floats()[i];
        }
        return values;
    }
}
