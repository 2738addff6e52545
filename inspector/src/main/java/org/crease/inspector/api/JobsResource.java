package org.crease.inspector.api;

import org.crease.inspector.jobs.Job;
import org.crease.inspector.jobs.Jobs;
import org.crease.inspector.web.Query;
import org.crease.inspector.web.Reply;
import org.crease.inspector.web.Resource;
import org.crease.runlog.storage.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The replays that were asked for, and how far they are. */
final class JobsResource implements Resource {
    private final Jobs jobs;

    JobsResource(Jobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public Reply answer(Query query) {
        ObjectNode reply = Json.object();
        ArrayNode rows = reply.putArray("jobs");
        for (Job job : jobs.all()) {
            ObjectNode row = rows.addObject();
            row.put("job", job.id());
            row.put("run", job.run());
            row.put("state", job.state().word());
            row.put("replay", job.replay());
            row.put("done", job.done());
            row.put("total", job.total());
            row.put("message", job.message());
            ArrayNode failures = row.putArray("failures");
            job.failures().forEach(failures::add);
        }
        return Reply.json(reply);
    }
}
