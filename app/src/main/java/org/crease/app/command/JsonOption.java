package org.crease.app.command;

import picocli.CommandLine.Option;

/** The option {@code --json} of every command that prints a result; a picocli mixin. */
public final class JsonOption {

    @Option(names = "--json", description = "Print the result as JSON, and errors as one line of JSON.")
    private boolean json;

    /** The option where the words were read by another than picocli, and ask for JSON. */
    public static JsonOption given() {
        JsonOption option = new JsonOption();
        option.json = true;
        return option;
    }

    /** True where the user asked for JSON. */
    public boolean asked() {
        return json;
    }
}
