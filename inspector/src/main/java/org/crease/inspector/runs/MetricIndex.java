package org.crease.inspector.runs;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** {@code metrics.jsonl} in columns, a series a name. */
final class MetricIndex extends LineReader {
    private final Map<String, Series> series = new TreeMap<>();

    MetricIndex() {
        super("metrics.jsonl");
    }

    Set<String> names() {
        return series.keySet();
    }

    @Nullable
    Series series(String name) {
        return series.get(name);
    }

    /** The newest value of each. */
    Map<String, Double> last() {
        Map<String, Double> last = new LinkedHashMap<>();
        series.forEach((name, values) -> last.put(name, values.last()));
        return last;
    }

    long lastStep() {
        return series.values().stream().mapToLong(Series::lastStep).max().orElse(0);
    }

    long bytes() {
        Collection<Series> all = series.values();
        return all.stream().mapToLong(Series::bytes).sum();
    }

    @Override
    void object(JsonParser parser, long offset, int length) {
        String name = null;
        long step = -1;
        Double value = null;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String member = parser.currentName();
            parser.nextToken();
            switch (member) {
                case "step" -> step = whole(parser, member);
                case "name" -> name = text(parser, member);
                case "value" -> value = number(parser, member);
                default -> parser.skipChildren();
            }
        }
        require(step >= 0, "'step'");
        require(value != null, "'value'");
        if (name == null || value == null) {
            throw new UnusableLineException("'name' is missing");
        }
        series.computeIfAbsent(name, key -> new Series()).add(step, value);
    }

    @Override
    void forget() {
        series.clear();
    }
}
