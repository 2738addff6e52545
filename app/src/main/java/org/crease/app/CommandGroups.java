package org.crease.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;

/**
 * The commands under the headings that help shows them under, in the order they were offered. To make one takes some
 * milliseconds, so where it is known which one the user wants, no other is made.
 */
final class CommandGroups {

    private final CommandLine root;
    private final String wanted;
    private final Map<String, Offer> offers = new LinkedHashMap<>();
    private final Map<String, List<CommandLine>> groups = new LinkedHashMap<>();

    private record Offer(String heading, Supplier<CommandLine> line) {}

    /** For a command that is wanted; where it is none of those offered, all are made. */
    CommandGroups(CommandLine root, String wanted) {
        this.root = root;
        this.wanted = wanted;
    }

    void offer(String heading, String name, Supplier<CommandLine> line) {
        offers.put(name, new Offer(heading, line));
    }

    void make() {
        Offer one = offers.get(wanted);
        for (Offer offer : one == null ? offers.values() : List.of(one)) {
            CommandLine line = offer.line().get();
            root.addSubcommand(line);
            groups.computeIfAbsent(offer.heading(), unused -> new ArrayList<>()).add(line);
        }
    }

    Map<String, List<CommandLine>> byHeading() {
        return groups;
    }
}
