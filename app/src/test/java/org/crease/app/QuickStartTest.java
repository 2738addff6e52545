package org.crease.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.crease.app.terminal.Captured;
import org.crease.app.terminal.Screen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuickStartTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    /** Both ways of starting lead to the same end. */
    private static Commands.Ended run(String... words) {
        Captured quick = new Captured(Screen.PLAIN);
        int status = QuickStart.execute(quick.terminal(), words);
        Commands.Ended ended = new Commands.Ended(status, quick.out(), quick.err());
        Captured slow = new Captured(Screen.PLAIN);
        int slowStatus = CommandLines.crease(slow.terminal(), words).execute(words);
        assertThat(ended).isEqualTo(new Commands.Ended(slowStatus, slow.out(), slow.err()));
        return ended;
    }

    @Test
    void homologyIsTheSame() throws IOException {
        String points = Files.writeString(folder.resolve("a.txt"), "0 0\n1 0\n0 1\n1 1\n")
                .toString();
        assertThat(run("homology", points).out()).endsWith("in dim 1:\n [1,1.41421)\n");
        assertThat(run("homology", points, "--dim", "0", "--show", "summary").status())
                .isZero();
        assertThat(run("homology", points, "--json").out()).startsWith("{\"field\":2,");
    }

    @Test
    void errorsAreTheSame() throws IOException {
        assertThat(run("homology", "none.txt")).satisfies(ended -> {
            assertThat(ended.status()).isEqualTo(2);
            assertThat(ended.err()).isEqualTo("crease: no such file: none.txt\n");
        });
        String text = Files.writeString(folder.resolve("a.pts"), "1 2\n3\n").toString();
        assertThat(run("homology", text).err()).contains("a.pts:2: point 1");
        assertThat(run("homology", text, "--modulus", "4").status()).isEqualTo(2);
        assertThat(run("homology", text, "--dim", "x").status()).isEqualTo(2);
        assertThat(run("homology").status()).isEqualTo(2);
    }

    @Test
    void otherCommandsAreMade() {
        assertThat(run("--version").out()).startsWith("crease ");
        assertThat(run("homology", "--help").out()).contains("Usage   crease homology");
    }
}
