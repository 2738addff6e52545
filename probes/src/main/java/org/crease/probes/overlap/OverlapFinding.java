package org.crease.probes.overlap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.crease.homology.diagram.Diagrams;
import org.crease.homology.diagram.PersistenceDiagram;
import org.crease.homology.metric.PointClasses;
import org.crease.probes.Array;
import org.crease.probes.Finding;
import org.jspecify.annotations.Nullable;

/**
 * A layer's gluing and its explanation as a finding.
 *
 * @param layer the layer's name
 * @param ids of the inputs
 * @param gluing null where the layer cannot be treated
 * @param obstacle why it cannot, null where it can
 * @param failures of devices, said in the notes
 */
record OverlapFinding(
        String layer,
        int[] ids,
        Explanation explanation,
        @Nullable LayerGluing gluing,
        @Nullable String obstacle,
        Set<String> failures) {

    Finding at(long step, String probe) {
        Map<String, Double> summary = new LinkedHashMap<>();
        Map<String, Array> arrays = new LinkedHashMap<>();
        List<String> notes = new ArrayList<>();
        if (obstacle != null) {
            notes.add("what is glued is undefined here: " + obstacle);
        }
        homology(summary, arrays, notes);
        summary.put("inputs", (double) ids.length);
        arrays.put("id", new Array(ids, ids.length));
        counts(summary);
        LayerGluing found = gluing;
        if (found != null) {
            evidence(found, arrays);
            if (found.undecided() > 0) {
                notes.add(found.undecided() + " of " + found.programs()
                        + " linear programs gave no answer; what they would have glued is missing");
            }
        }
        notes.addAll(failures);
        return new Finding(step, layer, probe, summary, arrays, notes);
    }

    private void homology(Map<String, Double> summary, Map<String, Array> arrays, List<String> notes) {
        double[] input = explanation.numbersOfInput();
        double[] byRank = explanation.numbersByRank();
        double[] byOverlap = explanation.numbersByOverlap();
        double[] own = explanation.numbersOfLayer();
        for (int k = 0; k < input.length; k++) {
            Change change = explanation.change(k);
            String prefix = "h" + k + "_";
            summary.put(prefix + "input", input[k]);
            summary.put(prefix + "rank", byRank[k]);
            summary.put(prefix + "overlap", byOverlap[k]);
            summary.put(prefix + "layer", own[k]);
            summary.put(prefix + "change", change == null ? Double.NaN : change.code());
            if (change != null && change != Change.NONE) {
                notes.add(
                        "h" + k + ": " + (int) input[k] + " in the input, " + (int) own[k] + " in the layer: " + change
                                + " (" + (int) byRank[k] + " with rank glued, " + (int) byOverlap[k]
                                + " with overlap too; " + glued() + ")");
            }
        }
        diagrams("input", explanation.input().diagrams(), arrays);
        diagrams("rank", explanation.byRank(), arrays);
        diagrams("overlap", explanation.byOverlap(), arrays);
        diagrams("layer", explanation.layer().diagrams(), arrays);
    }

    private String glued() {
        LayerGluing found = gluing;
        return found == null
                ? "nothing known to be glued"
                : found.byRank().classified() + " inputs in " + found.byRank().count() + " classes by rank, "
                        + found.byOverlap().classified() + " in "
                        + found.byOverlap().count() + " in all, "
                        + found.meetings().size() + " overlapping pairs of regions here";
    }

    private static void diagrams(String name, @Nullable Diagrams diagrams, Map<String, Array> arrays) {
        if (diagrams != null) {
            for (PersistenceDiagram diagram : diagrams.byDimension()) {
                arrays.put(name + "_h" + diagram.dimension(), new Array(diagram.toArray(), diagram.size(), 2));
            }
        }
    }

    private void counts(Map<String, Double> summary) {
        LayerGluing found = gluing;
        summary.put("regions", found == null ? Double.NaN : found.regions().size());
        summary.put(
                "overlapping_pairs",
                found == null ? Double.NaN : found.meetings().size());
        summary.put("one_sided_pairs", found == null ? Double.NaN : found.oneSided());
        List<int[]> pairs = found == null ? null : found.imagePairs();
        if (pairs != null) {
            summary.put("image_pairs", (double) pairs.size());
        }
        summary.put("glued_by_rank", found == null ? Double.NaN : glued(found.byRank()));
        summary.put("glued", found == null ? Double.NaN : glued(found.byOverlap()));
        summary.put("questions", found == null ? Double.NaN : (double) found.questions());
        summary.put("programs", found == null ? Double.NaN : (double) found.programs());
        summary.put("undecided", found == null ? Double.NaN : (double) found.undecided());
    }

    /** How many points fewer the quotient has. */
    private static double glued(PointClasses classes) {
        return classes.classified() - classes.count();
    }

    private static void evidence(LayerGluing gluing, Map<String, Array> arrays) {
        int inputs = gluing.regionOf().length;
        arrays.put("region", new Array(gluing.regionOf(), inputs));
        arrays.put("region_rank", new Array(gluing.ranks(), gluing.ranks().length));
        arrays.put("rank_class", new Array(classes(gluing.byRank()), inputs));
        arrays.put("overlap_class", new Array(classes(gluing.byOverlap()), inputs));
        int[] meetings = gluing.meetings().stream()
                .flatMap(meeting -> Stream.of(
                        meeting.first(), meeting.second(), meeting.ofFirst().length, meeting.ofSecond().length))
                .mapToInt(i -> i)
                .toArray();
        arrays.put("meetings", new Array(meetings, gluing.meetings().size(), 4));
        List<int[]> pairs = gluing.imagePairs();
        if (pairs != null) {
            arrays.put(
                    "image_pairs",
                    new Array(pairs.stream().flatMapToInt(Arrays::stream).toArray(), pairs.size(), 2));
        }
    }

    private static int[] classes(PointClasses classes) {
        int[] numbers = new int[classes.size()];
        Arrays.setAll(numbers, classes::classOf);
        return numbers;
    }
}
