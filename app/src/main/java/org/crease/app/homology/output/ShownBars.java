package org.crease.app.homology.output;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crease.app.terminal.Numbers;
import org.crease.app.terminal.Screen;
import org.crease.homology.representative.Bar;
import org.crease.homology.representative.Representatives;
import org.crease.probes.Array;

/**
 * Bars with their representatives.
 *
 * @param found the bars to show among those that were found
 * @param points what to call points
 * @param verified whether each was proved
 */
public record ShownBars(Representatives found, NamedPoints points, boolean verified) implements Addition {

    @Override
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (int dimension = 1; dimension < dimensions(); dimension++) {
            lines.add("representatives in dim " + dimension + ":");
            for (Bar bar : found.ofDimension(dimension)) {
                lines.addAll(new BarLines(bar, points).lines());
            }
        }
        lines.addAll(proof());
        return lines;
    }

    @Override
    public List<String> summary(Screen screen) {
        List<String> lines = new ArrayList<>();
        if (!found.bars().isEmpty()) {
            lines.add("");
            lines.addAll(new BarTable(found, points, screen).lines());
        }
        lines.addAll(proof());
        return lines;
    }

    private List<String> proof() {
        return verified
                ? List.of("verified: the cocycle, the cycle and its filling of "
                        + Numbers.count(found.bars().size()) + (found.bars().size() == 1 ? " bar" : " bars"))
                : List.of();
    }

    @Override
    public String json() {
        StringBuilder text = new StringBuilder("\"representatives\":[");
        for (Bar bar : found.bars()) {
            text.append(text.charAt(text.length() - 1) == '[' ? "" : ",");
            new BarJson(bar, points).appendTo(text);
        }
        return text.append(verified ? "],\"verified\":true" : "]").toString();
    }

    @Override
    public Map<String, Array> arrays() {
        Map<String, Array> arrays = new LinkedHashMap<>();
        for (int dimension = 1; dimension < dimensions(); dimension++) {
            new BarArrays(found.diagrams().of(dimension), found.ofDimension(dimension), points).addTo(arrays);
        }
        return arrays;
    }

    private int dimensions() {
        return found.diagrams().byDimension().size();
    }
}
