package org.crease.app.inspect;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongPredicate;
import org.crease.app.run.RecordedReplay;
import org.crease.inspector.jobs.Replayer;
import org.crease.probes.Probe;
import org.crease.runlog.RunDirectory;
import org.crease.trainer.config.ConfigException;
import org.crease.trainer.config.Configs;
import org.crease.trainer.data.library.DatasetLibrary;
import org.crease.trainer.experiment.Experiment;
import org.crease.trainer.experiment.Probes;

/** Replays for the page as {@code crease replay} does them. */
final class ProbingAgain implements Replayer {
    private static final String SOURCE = "probes";
    private static final Map<String, String> PRESETS = presetsInOrder();

    private static Map<String, String> presetsInOrder() {
        Map<String, String> presets = new LinkedHashMap<>();
        presets.put("Ranks in double precision", "- rank: {tolerance: float64}\n");
        presets.put("Topology up to loops, cosine distance", "- topology: {cloud: {metric: cosine}, dimension: 1}\n");
        presets.put("Clouds in three dimensions", "- projection\n");
        return presets;
    }

    @Override
    public Map<String, String> presets() {
        return PRESETS;
    }

    @Override
    public void check(String probes) {
        try {
            if (Configs.parseProbes(probes, SOURCE).isEmpty()) {
                throw new IllegalArgumentException("no probe is named");
            }
        } catch (ConfigException wrong) {
            throw new IllegalArgumentException(String.valueOf(wrong.getMessage()), wrong);
        }
    }

    @Override
    public Result replay(Path run, Order order, Replayer.Progress progress) throws InterruptedException {
        Set<Long> steps = new HashSet<>(order.steps());
        LongPredicate chosen = step -> steps.isEmpty() || steps.contains(step);
        try (RunDirectory directory = RunDirectory.open(run)) {
            String name = RecordedReplay.freeName(directory);
            progress.begun(name, RecordedReplay.checkpoints(directory, chosen));
            Experiment experiment =
                    Experiment.recorded(directory, DatasetLibrary.standard(), (file, done, total) -> {});
            List<Probe> probes = Probes.create(Configs.parseProbes(order.probes(), SOURCE), experiment.streams());
            RecordedReplay replay = RecordedReplay.record(directory, experiment, probes, name, chosen, progress::step);
            return new Result(replay.name(), replay.failures());
        }
    }
}
