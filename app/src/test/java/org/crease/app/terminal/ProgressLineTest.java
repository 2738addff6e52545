package org.crease.app.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

    private static final String ERASE = "\r\u001b[2K";

    private long now;

    private ProgressLine line(Captured captured, Screen screen) {
        return new ProgressLine(captured.terminal().err(), screen, () -> now);
    }

    private void pass(double seconds) {
        now += Math.round(seconds * 1e9);
    }

    private static Progress at(long step) {
        return new Progress("step", step, 400, step * 100, 0.5, "accuracy", 0.9);
    }

    @Test
    void aPipeGetsALineEveryFiveSecondsAndTheLast() {
        Captured captured = new Captured(Screen.PLAIN);
        try (ProgressLine line = line(captured, Screen.PLAIN)) {
            for (long step = 0; step <= 400; step += 20) {
                line.update(at(step));
                pass(0.5);
            }
        }
        assertThat(captured.err().lines())
                .containsExactly(
                        "step   0/400  loss 0.5000  accuracy 0.9000",
                        "step 200/400  loss 0.5000  0:05 left  accuracy 0.9000  4.00k samples/s",
                        "step 400/400  loss 0.5000  in 0:10  accuracy 0.9000  4.00k samples/s");
    }

    @Test
    void aTerminalGetsABarThatIsDrawnOver() {
        Captured captured = new Captured(Screen.PLAIN);
        try (ProgressLine line = line(captured, new Screen(true, false, true, 80))) {
            line.update(at(0));
            pass(0.05);
            line.update(at(100));
            pass(10);
            line.update(at(200));
        }
        assertThat(captured.err())
                .isEqualTo(ERASE
                        + "  0/400  ╸─────────────────────────────  loss 0.5000  accuracy 0.9000"
                        + ERASE
                        + "200/400  ━━━━━━╸─────  loss 0.5000  0:10 left  accuracy 0.9000  1.99k samples/s"
                        + ERASE
                        + "200/400  ━━━━━━╸─────  loss 0.5000  0:10 left  accuracy 0.9000  1.99k samples/s"
                        + System.lineSeparator());
    }

    @Test
    void noLineIsWiderThanTheTerminal() {
        for (int width = Screen.NARROWEST; width <= 140; width++) {
            Captured captured = new Captured(Screen.PLAIN);
            ProgressLine line = line(captured, new Screen(true, false, false, width));
            line.update(at(0));
            pass(1);
            line.update(at(123));
            for (String drawn : captured.err().split(java.util.regex.Pattern.quote(ERASE), -1)) {
                assertThat(drawn.length()).as(drawn).isLessThan(width);
            }
        }
    }

    @Test
    void aNoteStandsAboveTheBar() {
        Captured captured = new Captured(Screen.PLAIN);
        ProgressLine line = line(captured, new Screen(true, false, false, 30));
        line.update(at(0));
        line.note("checkpoint 100");
        assertThat(captured.err())
                .isEqualTo(ERASE + "  0/400  loss 0.5000" + ERASE + "checkpoint 100" + System.lineSeparator() + ERASE
                        + "  0/400  loss 0.5000");
    }

    @Test
    void aResumedRunCountsItsOwnTimeAlone() {
        Captured captured = new Captured(Screen.PLAIN);
        try (ProgressLine line = line(captured, Screen.PLAIN)) {
            line.update(at(300));
            pass(5);
            line.update(at(350));
        }
        assertThat(captured.err()).contains("step 350/400  loss 0.5000  0:05 left  accuracy 0.9000  1.00k samples/s");
    }

    @Test
    void l2_aClosedStreamEndsTheDrawingAndNotTheWork() {
        AtomicInteger writes = new AtomicInteger();
        OutputStream closed = new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                writes.incrementAndGet();
                throw new IOException("Broken pipe");
            }
        };
        PrintStream stream = new PrintStream(closed, true, StandardCharsets.UTF_8);
        try (ProgressLine line = new ProgressLine(stream, new Screen(true, true, true, 80), () -> now)) {
            for (int step = 0; step < 100; step++) {
                line.update(at(step));
                pass(1);
            }
        }
        assertThat(writes.get()).isLessThanOrEqualTo(3);
    }

    @Test
    void nothingIsShownWhereNothingWasDone() {
        Captured captured = new Captured(Screen.PLAIN);
        line(captured, Screen.PLAIN).close();
        assertThat(captured.err()).isEmpty();
    }

    @Test
    void impossibleProgressIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> at(401)).withMessage("progress of step 401 of 400");
    }
}
