package org.crease.inspector.runs;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A run's task and network in a few words, such as {@code fashion-mnist-small · class} and {@code 128-64-32}. Resolved
 * configurations are written by one writer, block by block, so keys and their indents are all that has to be looked at;
 * a text in another form gives no words.
 *
 * @param task data and target
 * @param network a part for each layer
 */
record ConfigWords(String task, String network) {
    /** What the writer puts behind task and network. */
    private static final String AFTER = "training:";

    private static final int MOST_LINES = 2000;
    private static final int MOST_LAYERS = 12;
    private static final Pattern KEY = Pattern.compile("[a-z0-9-]{1,60}");
    private static final List<String> SIZES = List.of("units", "filters", "channels", "size");

    static ConfigWords of(String yaml) {
        Map<String, String> values = new LinkedHashMap<>();
        List<Map<String, String>> layers = new ArrayList<>();
        Deque<Key> open = new ArrayDeque<>();
        yaml.lines()
                .limit(MOST_LINES)
                .takeWhile(line -> !line.startsWith(AFTER))
                .forEach(line -> read(line, open, values, layers));
        return new ConfigWords(task(values), network(layers));
    }

    /** A key that is open at a line. */
    private record Key(int indent, String name) {}

    private static void read(
            String line, Deque<Key> open, Map<String, String> values, List<Map<String, String>> layers) {
        String text = line.strip();
        boolean item = text.startsWith("- ");
        String rest = item ? text.substring(2) : text;
        int indent = line.length() - line.stripLeading().length() + (item ? 2 : 0);
        int colon = rest.indexOf(':');
        String key = colon < 0 ? rest : rest.substring(0, colon);
        if (!KEY.matcher(key).matches()) {
            return;
        }
        while (!open.isEmpty() && open.getLast().indent() >= indent) {
            open.removeLast();
        }
        open.addLast(new Key(indent, key));
        String path = path(open);
        String value = colon < 0 ? "" : rest.substring(colon + 1).strip();
        values.putIfAbsent(path, value);
        if (path.startsWith("network.layers.")) {
            if (item && open.size() == 3) {
                layers.add(new LinkedHashMap<>(Map.of("", key)));
            } else if (!layers.isEmpty() && open.size() == 4) {
                layers.get(layers.size() - 1).put(key, value);
            }
        }
    }

    private static String path(Deque<Key> open) {
        StringBuilder path = new StringBuilder();
        for (Key key : open) {
            path.append(path.isEmpty() ? "" : ".").append(key.name());
        }
        return path.toString();
    }

    private static String task(Map<String, String> values) {
        String data = word(values, "task.data");
        String variant = "task.data." + data;
        String name = values.getOrDefault(variant + ".name", values.getOrDefault(variant + ".shape", ""));
        String target = word(values, "task.target");
        String shown = name.isEmpty() ? data : name;
        return shown.isEmpty() || target.isEmpty() ? shown : shown + " · " + target;
    }

    /** A variant's word: beside its key, or the first key below it. */
    private static String word(Map<String, String> values, String path) {
        String beside = values.getOrDefault(path, "");
        if (!beside.isEmpty()) {
            return beside;
        }
        String start = path + ".";
        return values.keySet().stream()
                .filter(key -> key.startsWith(start))
                .map(key -> key.substring(start.length()))
                .findFirst()
                .orElse("");
    }

    private static String network(List<Map<String, String>> layers) {
        StringBuilder words = new StringBuilder();
        for (Map<String, String> layer : layers.subList(0, Math.min(MOST_LAYERS, layers.size()))) {
            String kind = layer.getOrDefault("", "");
            String size = SIZES.stream()
                    .map(layer::get)
                    .filter(s -> s != null && !s.isEmpty())
                    .findFirst()
                    .orElse("");
            words.append(words.isEmpty() ? "" : "-");
            words.append(kind.equals("dense") && !size.isEmpty() ? size : kind + (size.isEmpty() ? "" : " " + size));
        }
        return layers.size() > MOST_LAYERS ? words + "-…" : words.toString();
    }
}
