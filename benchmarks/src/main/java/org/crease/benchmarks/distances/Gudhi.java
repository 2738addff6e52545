package org.crease.benchmarks.distances;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** GUDHI in a process of its own, {@code distances.py}, that answers when asked, so that its turns come between ours. */
final class Gudhi implements AutoCloseable {
    private final Process process;
    private final BufferedWriter questions;
    private final BufferedReader answers;
    private final String name;

    private Gudhi(Process process) throws IOException {
        this.process = process;
        questions = process.outputWriter(StandardCharsets.UTF_8);
        answers = process.inputReader(StandardCharsets.UTF_8);
        name = answers.readLine();
    }

    /** Starts it; empty when this Python has no gudhi. */
    static Optional<Gudhi> start(String python, Path script) {
        try {
            Gudhi started = new Gudhi(new ProcessBuilder(python, script.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start());
            return Optional.ofNullable(started.name).map(name -> started);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    String name() {
        return name;
    }

    Answer answer(Question question) throws IOException {
        questions.write(question.line() + "\n");
        questions.flush();
        String line = answers.readLine();
        if (line == null) {
            throw new IllegalStateException(
                    "GUDHI ended, with status " + process.onExit().join().exitValue());
        }
        String[] words = line.split(" ", -1);
        return new Answer(Double.parseDouble(words[0]), Double.parseDouble(words[1]), Double.parseDouble(words[2]));
    }

    @Override
    public void close() {
        process.destroy();
    }
}
