package org.crease.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StopOnSignalTest {

    @Test
    void theProcessIsHeldUntilTheWorkHasEnded() throws Exception {
        CountDownLatch told = new CountDownLatch(1);
        StopOnSignal signal = new StopOnSignal(
                () -> {
                    told.countDown();
                    return true;
                },
                Duration.ofMinutes(1));

        CompletableFuture<Boolean> asked = CompletableFuture.supplyAsync(signal::asked);
        assertThat(told.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(asked).isNotDone();
        signal.close();

        assertThat(asked.get(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void patienceEnds() {
        assertThat(new StopOnSignal(() -> true, Duration.ofMillis(20)).asked()).isFalse();
    }

    @Test
    void workThatHasNotBegunIsNotWaitedFor() {
        assertThat(new StopOnSignal(() -> false, Duration.ofMinutes(1)).asked()).isTrue();
    }
}
