package org.crease.trainer.config;

import java.util.List;
import java.util.stream.Collectors;

/** A configuration is wrong. The message has one line a problem. */
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    ConfigException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** Everything that is wrong, file by file, from top to bottom; never empty. */
    public List<Problem> problems() {
        return problems;
    }
}
