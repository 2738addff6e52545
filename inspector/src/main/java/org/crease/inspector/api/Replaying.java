package org.crease.inspector.api;

import java.util.List;
import java.util.Map;
import org.crease.inspector.jobs.Job;
import org.crease.inspector.jobs.Jobs;
import org.crease.inspector.jobs.Replayer;
import org.crease.inspector.jobs.Replayer.Order;
import org.crease.inspector.runs.Catalogue;
import org.crease.inspector.runs.RecordedRun;
import org.crease.inspector.web.Body;
import org.crease.inspector.web.Change;
import org.crease.inspector.web.RefusedException;
import org.crease.inspector.web.Reply;
import org.crease.inspector.web.Resource;
import org.crease.runlog.CheckpointEntry;
import org.crease.runlog.storage.Json;

/** All that has to do with replays from the page, by path. */
public final class Replaying {
    private final Catalogue catalogue;
    private final Jobs jobs;
    private final Map<String, String> presets;

    public Replaying(Catalogue catalogue, Replayer replayer, Jobs jobs) {
        this.catalogue = catalogue;
        this.jobs = jobs;
        this.presets = replayer.presets();
    }

    /** Questions. */
    public Map<String, Resource> resources() {
        return Map.of(
                "/api/jobs", new JobsResource(jobs),
                "/api/replay", new ReplayResource(catalogue, presets));
    }

    /** Changes. */
    public Map<String, Change> changes() {
        return Map.of("/api/replay", this::start, "/api/cancel", this::cancel);
    }

    private Reply start(Body body) {
        RecordedRun run = catalogue.run(body.text("run"));
        List<Long> steps = body.numbers("steps");
        List<Long> there = run.checkpoints().stream()
                .filter(entry -> !entry.removed())
                .map(CheckpointEntry::step)
                .toList();
        for (long step : steps) {
            if (!there.contains(step)) {
                throw RefusedException.bad("the run has no checkpoint at step " + step);
            }
        }
        if (there.isEmpty()) {
            throw RefusedException.conflict("the run has no checkpoints");
        }
        Job job = jobs.add(run.name(), run.path(), new Order(body.text("probes"), steps));
        return Reply.json(Json.object().put("job", job.id()));
    }

    private Reply cancel(Body body) {
        jobs.cancel(body.number("job"));
        return Reply.json(Json.object());
    }
}
