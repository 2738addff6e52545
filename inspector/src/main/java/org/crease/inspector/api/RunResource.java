package org.crease.inspector.api;

import java.util.List;
import org.crease.inspector.runs.Catalogue;
import org.crease.inspector.runs.Outline;
import org.crease.inspector.runs.RecordedRun;
import org.crease.inspector.web.Query;
import org.crease.inspector.web.Reply;
import org.crease.inspector.web.Resource;
import org.crease.runlog.Manifest;
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
        reply.put("version", run.version());
        reply.put("run", run.name());
        reply.put("status", run.status());
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
        texts(reply.putArray("metrics"), run.metrics());
        texts(reply.putArray("replays"), run.replays());
        probes(reply.putArray("probes"), run.probes(query.text("replay").orElse(""), GridResource.COLUMNS));
        texts(reply.putArray("problems"), run.problems());
        return Reply.json(reply);
    }

    private static void probes(ArrayNode array, List<Outline> outlines) {
        for (Outline outline : outlines) {
            ObjectNode probe = array.addObject();
            probe.put("probe", outline.probe());
            texts(probe.putArray("layers"), outline.layers());
            texts(probe.putArray("scalars"), outline.scalars());
            ArrayNode steps = probe.putArray("steps");
            for (long step : outline.steps()) {
                steps.add(step);
            }
            probe.put("recorded", outline.recorded());
        }
    }

    private static void texts(ArrayNode array, Iterable<String> texts) {
        texts.forEach(array::add);
    }
}
