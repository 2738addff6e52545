package org.crease.app.homology.output;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
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
    private static final int AT_ONCE = 1 << 16; // characters, of which there may be a hundred million

    @Override
    public void print(PrintStream out) {
        StringBuilder text = new StringBuilder();
        for (int dimension = 1; dimension < dimensions(); dimension++) {
            text.append("representatives in dim ").append(dimension).append(":\n");
            for (Bar bar : found.ofDimension(dimension)) {
                new BarLines(bar, points).appendTo(text);
                if (text.length() >= AT_ONCE) {
                    print(text, out);
                    text.setLength(0);
                }
            }
        }
        proof().forEach(line -> text.append(line).append('\n'));
        print(text, out);
    }

    /** As bytes, which the stream need not make one by one. */
    private static void print(StringBuilder text, PrintStream out) {
        out.writeBytes(text.toString().getBytes(StandardCharsets.US_ASCII));
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
