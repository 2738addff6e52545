package org.crease.inspector.api;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.crease.inspector.runs.Catalogue;
import org.crease.inspector.runs.RecordedRun;
import org.crease.inspector.web.Query;
import org.crease.inspector.web.Reply;
import org.crease.inspector.web.Resource;
import org.crease.runlog.FindingEntry;
import org.crease.runlog.Manifest;
import org.crease.runlog.Metric;
import org.crease.runlog.storage.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a run holds: its manifest, its configuration, names of its metrics, probes, layers, steps and replays. */
final class RunResource implements Resource {
    private final Catalogue catalogue;

    RunResource(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public Reply answer(Query query) {
        RecordedRun run = catalogue.run(query.required("run"));
        Manifest manifest = run.manifest();
        ObjectNode reply = Json.object();
        reply.put("run", run.name());
        reply.put("status", Statuses.of(manifest, run.held()));
        reply.put("reason", manifest.reason());
        reply.put("continuity", manifest.continuity());
        reply.put("seed", manifest.seed());
        reply.put("step", manifest.step());
        reply.put("created", manifest.created().toString());
        reply.put("updated", manifest.updated().toString());
        reply.put("device", manifest.device());
        reply.put("config", run.config());
        Json.putNumbers(reply, "final", manifest.metrics());
        texts(reply.putArray("layers"), manifest.layers());
        texts(reply.putArray("classes"), manifest.classes());
        reply.put("probeSet", run.keepsProbeSet());
        texts(reply.putArray("metrics"), names(run.metrics()));
        texts(reply.putArray("replays"), run.replays());
        probes(
                reply.putArray("probes"),
                run.findings(query.text("replay").orElse("")).entries());
        return Reply.json(reply);
    }

    private static Set<String> names(List<Metric> metrics) {
        Set<String> names = new TreeSet<>();
        metrics.forEach(metric -> names.add(metric.name()));
        return names;
    }

    private static void probes(ArrayNode array, List<FindingEntry> entries) {
        Map<String, ProbeOutline> outlines = new LinkedHashMap<>();
        for (FindingEntry entry : entries) {
            outlines.computeIfAbsent(entry.probe(), key -> new ProbeOutline()).add(entry);
        }
        outlines.forEach((name, outline) -> {
            ObjectNode probe = array.addObject();
            probe.put("probe", name);
            texts(probe.putArray("layers"), outline.layers);
            texts(probe.putArray("scalars"), outline.scalars);
            ArrayNode steps = probe.putArray("steps");
            outline.steps.forEach(steps::add);
        });
    }

    private static void texts(ArrayNode array, Iterable<String> texts) {
        texts.forEach(array::add);
    }

    /** What a probe looked at. */
    private static final class ProbeOutline {
        private final Set<String> layers = new LinkedHashSet<>();
        private final Set<String> scalars = new LinkedHashSet<>();
        private final TreeSet<Long> steps = new TreeSet<>();

        void add(FindingEntry entry) {
            layers.add(entry.layer());
            scalars.addAll(entry.summary().keySet());
            steps.add(entry.step());
        }
    }
}
