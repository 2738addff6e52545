package org.crease.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/** The commands under the headings that help shows them under, in the order they were added. */
final class CommandGroups {

    private final CommandLine root;
    private final Map<String, List<CommandLine>> groups = new LinkedHashMap<>();

    CommandGroups(CommandLine root) {
        this.root = root;
    }

    void add(String heading, CommandLine line) {
        root.addSubcommand(line);
        groups.computeIfAbsent(heading, unused -> new ArrayList<>()).add(line);
    }

    Map<String, List<CommandLine>> byHeading() {
        return groups;
    }
}
