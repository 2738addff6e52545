package org.crease.inspector.report;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.crease.inspector.web.RefusedException;
import org.crease.inspector.web.Reply;
import org.crease.runlog.storage.Fields;
import org.crease.runlog.storage.Json;

/** Asks what a reader of the page would ask about a run, so that the answers can be recorded. */
final class Interview {
    private static final String DIAGRAMS = "topology";
    private static final int TRIES = 60;
    private static final Path ANSWER = Path.of("an answer of the inspector");

    private final Recording recording;
    private final int checkpoints;

    /**
     * Into a recording.
     *
     * @param checkpoints how many checkpoints are recorded with all arrays, at most
     */
    Interview(Recording recording, int checkpoints) {
        this.recording = recording;
        this.checkpoints = checkpoints;
    }

    /** Asks about runs, one by one and against each other. */
    void about(List<String> runs) {
        TreeSet<Long> steps = new TreeSet<>();
        Set<String> layers = new LinkedHashSet<>();
        for (String run : runs) {
            for (Fields probe : about(run).objects("probes")) {
                if (probe.text("probe").equals(DIAGRAMS)) {
                    layers.addAll(probe.textList("layers"));
                    steps.addAll(evenly(probe.integerList("steps"), checkpoints));
                }
            }
        }
        if (runs.size() > 1) {
            String names = String.join(",", runs.stream().map(Interview::inList).toList());
            for (String layer : layers) {
                steps.forEach(step -> distances(
                        "/api/run-distances",
                        Map.of("runs", names, "layer", layer, "step", Long.toString(step), "probe", DIAGRAMS)));
            }
        }
    }

    /** Asks about a run and all its replays; returns what it holds. */
    private Fields about(String run) {
        Fields answer = ask("/api/run", Map.of("run", run));
        recording.ask("/api/kin", Map.of("run", run));
        for (String metric : answer.textList("metrics")) {
            ask("/api/metrics", Map.of("run", run, "metric", metric));
        }
        try {
            recording.ask("/api/probe-set", Map.of("run", run));
        } catch (RefusedException none) {
            // Runs of earlier releases have no recorded probe set; the page does without.
        }
        source(Map.of("run", run), answer);
        for (String replay : answer.textList("replays")) {
            Map<String, String> source = Map.of("run", run, "replay", replay);
            source(source, ask("/api/run", source));
        }
        return answer;
    }

    private void source(Map<String, String> source, Fields answer) {
        List<Fields> probes = answer.objects("probes");
        Set<String> layers = new LinkedHashSet<>();
        TreeSet<Long> steps = new TreeSet<>();
        for (Fields probe : probes) {
            for (String scalar : probe.textList("scalars")) {
                ask("/api/grid", with(source, "probe", probe.text("probe"), "scalar", scalar));
            }
            layers.addAll(probe.textList("layers"));
            steps.addAll(probe.integerList("steps"));
        }
        for (long step : evenly(new ArrayList<>(steps), checkpoints)) {
            for (String layer : layers) {
                findings(with(source, "step", Long.toString(step), "layer", layer));
            }
            if (!source.containsKey("replay")) {
                distances("/api/layer-distances", with(source, "step", Long.toString(step), "probe", DIAGRAMS));
            }
        }
    }

    private void findings(Map<String, String> place) {
        for (Fields finding : ask("/api/findings", place).objects("findings")) {
            recording.ask("/api/arrays", with(place, "probe", finding.text("probe")));
        }
    }

    /** Distances take some time: an answer that is not complete is asked for again. A step without diagrams has none. */
    private void distances(String path, Map<String, String> parameters) {
        for (String dimension : List.of("0", "1")) {
            Map<String, String> question = with(parameters, "kind", "sliced-wasserstein", "dimension", dimension);
            try {
                boolean complete = false;
                for (int i = 0; i < TRIES && !complete; i++) {
                    complete = ask(path, question).flag("complete");
                }
            } catch (RefusedException none) {
                return;
            }
        }
    }

    /** At most so many values, the first and the last among them. */
    static <T> List<T> evenly(List<T> values, int most) {
        if (values.size() <= most) {
            return values;
        }
        List<T> chosen = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            chosen.add(values.get((int) Math.round((double) i * (values.size() - 1) / Math.max(1, most - 1))));
        }
        return chosen;
    }

    private Fields ask(String path, Map<String, String> parameters) {
        Reply reply = recording.ask(path, parameters);
        return Json.parse(reply.body(), ANSWER, path);
    }

    /** As the page writes a name that stands in a list. */
    private static String inList(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%21", "!")
                .replace("%27", "'")
                .replace("%28", "(")
                .replace("%29", ")")
                .replace("%7E", "~");
    }

    private static Map<String, String> with(Map<String, String> parameters, String... pairs) {
        Map<String, String> more = new LinkedHashMap<>(parameters);
        for (int i = 0; i < pairs.length; i += 2) {
            more.put(pairs[i], pairs[i + 1]);
        }
        return more;
    }
}
