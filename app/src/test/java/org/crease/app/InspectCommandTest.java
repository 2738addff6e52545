package org.crease.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.crease.app.Commands.Ended;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectCommandTest {
    private static final int ANY = 0;
    private static final int QUEUE = 1;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    @Test
    void aPortInUseIsNamedWithWhatToDo() throws IOException {
        try (ServerSocket taken = new ServerSocket(ANY, QUEUE, InetAddress.getLoopbackAddress())) {
            Ended ended = inspect("--port", Integer.toString(taken.getLocalPort()));

            isOneLine(ended, 1, "port " + taken.getLocalPort());
            assertThat(ended.err()).contains("--port");
        }
    }

    @Test
    void aFileIsNoDirectoryOfRuns() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        isOneLine(new Commands(folder).run("inspect", file.toString()), 2, "is no directory");
    }

    @Test
    void h1_aTokenThatCouldBeGuessedIsRefused() {
        isOneLine(inspect("--host", "0.0.0.0", "--token", "secret"), 2, "16 to 128");
    }

    @Test
    void aPortOutsideOfItsRangeIsRefused() {
        isOneLine(inspect("--port", "65536"), 2, "0 to 65535 is expected");
    }

    private Ended inspect(String... more) {
        String[] words = new String[2 + more.length];
        words[0] = "inspect";
        words[1] = folder.toString();
        System.arraycopy(more, 0, words, 2, more.length);
        return new Commands(folder).run(words);
    }

    private static void isOneLine(Ended ended, int status, String words) {
        assertThat(ended.err()).startsWith("crease: ").contains(words).hasLineCount(1);
        assertThat(ended.status()).isEqualTo(status);
        assertThat(ended.out()).isEmpty();
    }
}
