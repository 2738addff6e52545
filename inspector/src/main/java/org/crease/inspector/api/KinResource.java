package org.crease.inspector.api;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import org.crease.inspector.runs.Catalogue;
import org.crease.inspector.web.Query;
import org.crease.inspector.web.RefusedException;
import org.crease.inspector.web.Reply;
import org.crease.inspector.web.Resource;
import org.crease.runlog.NotARunException;
import org.crease.runlog.storage.FormatException;
import org.crease.runlog.storage.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A run's kin: twins differ from it in the target alone, seeds in the seed alone. */
final class KinResource implements Resource {
    private static final Set<String> TARGET = Settings.nameAnd(Set.of("task.target"));
    private static final Set<String> SEED = Settings.nameAnd(Set.of("seed"));
    private static final Set<String> NAME = Settings.nameAnd(Set.of());

    private final Catalogue catalogue;

    KinResource(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public Reply answer(Query query) {
        String own = catalogue.run(query.required("run")).name();
        String config = config(own);
        String named = Settings.without(config, NAME);
        String targeted = Settings.without(config, TARGET);
        String seeded = Settings.without(config, SEED);
        ObjectNode reply = Json.object();
        ArrayNode twins = reply.putArray("twins");
        ArrayNode seeds = reply.putArray("seeds");
        for (String name : config.isBlank() ? List.<String>of() : catalogue.names()) {
            String other = name.equals(own) ? config : config(name);
            if (!Settings.without(other, NAME).equals(named)) {
                if (Settings.without(other, TARGET).equals(targeted)) {
                    twins.add(name);
                } else if (Settings.without(other, SEED).equals(seeded)) {
                    seeds.add(name);
                }
            }
        }
        return Reply.json(reply);
    }

    /** The configuration of a run; empty when it has none or it cannot be read, which is told where that run is looked at. */
    private String config(String name) {
        try {
            return catalogue.run(name).config();
        } catch (FormatException | NotARunException | RefusedException | UncheckedIOException unreadable) {
            return "";
        }
    }
}
