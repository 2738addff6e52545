package org.crease.homology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DeadlineTest {

    @Test
    void workInTimeHasItsResult() throws InterruptedException {
        assertThat(Deadline.within(30, () -> 7, () -> "late")).isEqualTo(7);
        assertThat(Deadline.within(Double.POSITIVE_INFINITY, () -> 8, () -> "late"))
                .isEqualTo(8);
    }

    @Test
    void p7_workThatIsLateIsInterruptedAndSaidToBeLate() {
        assertThatThrownBy(() -> Deadline.within(
                        0.05,
                        () -> {
                            Thread.sleep(30_000);
                            return 0;
                        },
                        () -> "too late"))
                .isInstanceOf(BudgetExceededException.class)
                .hasMessage("too late")
                .hasCauseInstanceOf(InterruptedException.class);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    /** Work that ends at about the deadline: either way, no interruption is left behind. */
    @RepeatedTest(50)
    void p7_workThatJustEndsLeavesNoInterruptionBehind() throws InterruptedException {
        long end = System.nanoTime() + 2_000_000;
        int result = Deadline.within(
                0.002,
                () -> {
                    while (System.nanoTime() < end) {
                        Thread.onSpinWait();
                    }
                    return 5;
                },
                () -> "late");
        assertThat(result).isEqualTo(5);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void failuresAndInterruptionsOfOthersPassThrough() {
        assertThatThrownBy(() -> Deadline.within(
                        30,
                        () -> {
                            throw new IllegalArgumentException("broken");
                        },
                        () -> "late"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Deadline.within(
                        30,
                        () -> {
                            throw new InterruptedException("by others");
                        },
                        () -> "late"))
                .isInstanceOf(InterruptedException.class)
                .hasMessage("by others");
    }
}
