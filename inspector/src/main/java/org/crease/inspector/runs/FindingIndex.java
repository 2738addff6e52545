package org.crease.inspector.runs;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** {@code findings.jsonl} in columns, a table a probe. Notes and file names stay on disk. */
final class FindingIndex extends LineReader {
    private final Map<String, ProbeColumns> probes = new LinkedHashMap<>();
    private final String[] names = new String[256];
    private final double[] values = new double[256];

    FindingIndex() {
        super("findings.jsonl");
    }

    Map<String, ProbeColumns> probes() {
        return probes;
    }

    long bytes() {
        return probes.values().stream().mapToLong(ProbeColumns::bytes).sum();
    }

    @Override
    void object(JsonParser parser, long offset, int length) {
        long step = -1;
        String layer = null;
        String probe = null;
        int scalars = 0;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String member = parser.currentName();
            parser.nextToken();
            switch (member) {
                case "step" -> step = whole(parser, member);
                case "layer" -> layer = text(parser, member);
                case "probe" -> probe = text(parser, member);
                case "summary" -> scalars = summary(parser);
                default -> parser.skipChildren();
            }
        }
        require(step >= 0, "'step'");
        keep(step, layer, probe, offset, length, scalars);
    }

    private void keep(long step, @Nullable String layer, @Nullable String probe, long offset, int length, int scalars) {
        if (layer == null || probe == null) {
            throw new UnusableLineException(layer == null ? "'layer' is missing" : "'probe' is missing");
        }
        ProbeColumns columns = probes.computeIfAbsent(probe, key -> new ProbeColumns());
        columns.add(step, layer, offset, length);
        for (int i = 0; i < scalars; i++) {
            columns.scalar(names[i], values[i]);
        }
    }

    private int summary(JsonParser parser) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw new UnusableLineException("'summary' is no object");
        }
        int count = 0;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            require(count < names.length, "the end of 'summary' after " + names.length + " scalars");
            names[count] = parser.currentName();
            parser.nextToken();
            values[count] = number(parser, "summary");
            count++;
        }
        return count;
    }

    @Override
    void forget() {
        probes.clear();
    }
}
