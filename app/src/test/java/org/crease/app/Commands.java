package org.crease.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.crease.app.terminal.Captured;
import org.crease.app.terminal.Screen;

/** A small experiment, and the command line run on it. */
final class Commands {
    /** Two moons in 7 steps an epoch, the loss logged at each. */
    static final String MOONS = """
            name: moons
            seed: 3
            task: {data: {toy: {shape: two-moons, points: 250, noise: 0.05}}, target: class}
            network: {layers: [{dense: {units: 8}}]}
            training: {batch-size: 32, epochs: 3}
            probe-set: {size: 24}
            probes: [rank, topology: {cloud: {input: true}}]
            """;

    private final Path folder;

    Commands(Path folder) {
        this.folder = folder;
    }

    /** How a command ended. */
    record Ended(int status, String out, String err) {}

    Path write(String name, String yaml) throws IOException {
        return Files.writeString(folder.resolve(name), yaml);
    }

    Path runs() {
        return folder.resolve("runs");
    }

    /** Runs a command as a user would. */
    Ended run(String... words) {
        Captured captured = new Captured(Screen.PLAIN);
        int status = CommandLines.crease(captured.terminal()).execute(words);
        return new Ended(status, captured.out(), captured.err());
    }

    /** Trains the small experiment with settings changed. */
    Ended train(String... more) throws IOException {
        String[] words = new String[4 + more.length];
        words[0] = "train";
        words[1] = write("moons.yaml", MOONS).toString();
        words[2] = "--runs";
        words[3] = runs().toString();
        System.arraycopy(more, 0, words, 4, more.length);
        return run(words);
    }
}
