package org.crease.app.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WaitingTest {
    private static final long LONGEST = Duration.ofSeconds(30).toNanos();

    @Test
    void aTerminalIsToldAfterAWhileAndTheLineGoes() throws InterruptedException {
        Captured captured = new Captured(new Screen(true, false, true, 80));
        try (Waiting waiting = new Waiting(captured.terminal(), "reading")) {
            assertThat(captured.err()).isEmpty();
            waiting.now("sorting  50 %");
            for (long start = System.nanoTime(); captured.err().isEmpty() && System.nanoTime() - start < LONGEST; ) {
                Thread.sleep(50);
            }
            assertThat(captured.err()).startsWith("\r\u001b[2Ksorting  50 %  0:0");
        }
        assertThat(captured.err()).endsWith("\r\u001b[2K");
        assertThat(captured.out()).isEmpty();
    }

    @Test
    void aShortWorkAndAPipeAreToldNothing() throws InterruptedException {
        Captured terminal = new Captured(new Screen(true, false, true, 80));
        new Waiting(terminal.terminal(), "reading").close();
        Captured pipe = new Captured(Screen.PLAIN);
        try (Waiting waiting = new Waiting(pipe.terminal(), "reading")) {
            waiting.now("sorting");
            Thread.sleep(1200);
        }
        assertThat(terminal.err() + pipe.err()).isEmpty();
    }
}
