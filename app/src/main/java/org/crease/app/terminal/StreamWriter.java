package org.crease.app.terminal;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;

/** A writer onto a print stream that keeps the stream's charset: {@link PrintWriter} on Java 17 takes the default one. */
public final class StreamWriter extends Writer {

    private final PrintStream stream;

    private StreamWriter(PrintStream stream) {
        this.stream = stream;
    }

    /** A print writer onto a stream. */
    public static PrintWriter on(PrintStream stream) {
        return new PrintWriter(new StreamWriter(stream), true);
    }

    @Override
    public void write(char[] buffer, int from, int length) {
        stream.print(new String(buffer, from, length));
    }

    @Override
    public void flush() {
        stream.flush();
    }

    @Override
    public void close() {
        stream.flush();
    }
}
