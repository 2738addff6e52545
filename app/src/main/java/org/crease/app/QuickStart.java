package org.crease.app;

import java.util.Optional;
import org.crease.app.homology.HomologyCommand;
import org.crease.app.homology.PlainWords;
import org.crease.app.terminal.Terminal;

/**
 * Runs a command. {@code crease homology} with plain words starts without the command line, the making of which takes as long
 * as the homology of a thousand points; other words, and what becomes of errors, are left to it.
 */
final class QuickStart {
    private QuickStart() {}

    /** Runs it and returns its exit status. */
    static int execute(Terminal terminal, String... words) {
        Optional<HomologyCommand> homology = PlainWords.homology(terminal, words);
        if (homology.isEmpty()) {
            return CommandLines.run(terminal, words);
        }
        try {
            return homology.get().call();
        } catch (Exception | LinkageError failure) {
            return CommandLines.fail(terminal, failure, words);
        }
    }
}
