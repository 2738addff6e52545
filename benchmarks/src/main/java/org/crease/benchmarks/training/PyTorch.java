package org.crease.benchmarks.training;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.crease.benchmarks.PhaseClock.Span;
import org.crease.trainer.data.Split;
import org.crease.trainer.probing.HostArrays;

/**
 * PyTorch in a process of its own, {@code training.py}, that stays and trains when it is told to, so that its turns come
 * between those of the others. It gets the same samples by file.
 */
final class PyTorch implements Contender, AutoCloseable {
    private final Process process;
    private final BufferedWriter orders;
    private final BufferedReader answers;
    private final String name;

    private PyTorch(Process process) throws IOException {
        this.process = process;
        this.orders = process.outputWriter(StandardCharsets.UTF_8);
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        this.name = answers.readLine();
    }

    /**
     * Starts it; empty when this Python has no torch.
     *
     * @param python the interpreter
     * @param folder where the samples are put
     */
    static Optional<PyTorch> start(String python, Path script, Split data, Path folder) {
        try {
            Path inputs = folder.resolve("inputs.f32");
            Path labels = folder.resolve("labels.i32");
            Files.write(inputs, bytes(HostArrays.floats(data.inputs())));
            Files.write(labels, bytes(data.labels()));
            PyTorch started = new PyTorch(new ProcessBuilder(
                            python, script.toString(), inputs.toString(), labels.toString(), "" + data.size())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start());
            return Optional.ofNullable(started.name).map(name -> started);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static byte[] bytes(float[] values) {
        ByteBuffer buffer = ByteBuffer.allocate(Float.BYTES * values.length).order(ByteOrder.nativeOrder());
        buffer.asFloatBuffer().put(values);
        return buffer.array();
    }

    private static byte[] bytes(int[] values) {
        ByteBuffer buffer = ByteBuffer.allocate(Integer.BYTES * values.length).order(ByteOrder.nativeOrder());
        buffer.asIntBuffer().put(values);
        return buffer.array();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Span train(Architecture architecture, int samples) {
        try {
            orders.write(architecture.id() + " " + samples / Architecture.BATCH + "\n");
            orders.flush();
            String answer = answers.readLine();
            if (answer == null) {
                throw new IllegalStateException(
                        "PyTorch ended, with status " + process.onExit().join().exitValue());
            }
            String[] seconds = answer.split(" ", -1);
            return new Span(Double.parseDouble(seconds[0]), Double.parseDouble(seconds[1]));
        } catch (IOException e) {
            throw new UncheckedIOException("PyTorch does not answer", e);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
