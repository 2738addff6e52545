package org.crease.trainer.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.crease.trainer.config.yaml.Mark;
import org.crease.trainer.config.yaml.YamlRefusedException;

/** Collects what is wrong, so that all of it can be said at once. */
final class Problems {

    private final List<Problem> found = new ArrayList<>();

    void add(Mark mark, String path, String message) {
        found.add(new Problem(mark.source(), mark.line(), mark.column(), path, message));
    }

    void add(Mark mark, String message) {
        add(mark, "", message);
    }

    void add(YamlRefusedException refused) {
        add(refused.mark(), refused.getMessage() == null ? "cannot be read" : refused.getMessage());
    }

    int count() {
        return found.size();
    }

    /** Throws what was found, if anything was. */
    void raise() {
        if (!found.isEmpty()) {
            List<String> files = found.stream().map(Problem::file).distinct().toList();
            throw new ConfigException(found.stream()
                    .distinct()
                    .sorted(Comparator.comparingInt((Problem problem) -> files.indexOf(problem.file()))
                            .thenComparingInt(Problem::line)
                            .thenComparingInt(Problem::column))
                    .toList());
        }
    }
}
