package org.crease.trainer.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.crease.trainer.config.ScheduleConfig;
import org.junit.jupiter.api.Test;

class LearningRateTest {

    private static double at(ScheduleConfig schedule, int step) {
        return new LearningRate(2, schedule, 100).valueAt(step, 0);
    }

    @Test
    void followsItsSchedule() {
        assertThat(at(new ScheduleConfig.Constant(), 77)).isEqualTo(2);
        assertThat(at(new ScheduleConfig.Exponential(0.25, 10), 5)).isEqualTo(1);
        assertThat(at(new ScheduleConfig.Stairs(0.25, 10), 9)).isEqualTo(2);
        assertThat(at(new ScheduleConfig.Stairs(0.25, 10), 20)).isEqualTo(0.125);
        assertThat(at(new ScheduleConfig.Cosine(), 0)).isEqualTo(2);
        assertThat(at(new ScheduleConfig.Cosine(), 50)).isCloseTo(1, within(1e-12));
        assertThat(at(new ScheduleConfig.Cosine(), 100)).isCloseTo(0, within(1e-12));
    }

    @Test
    void aTriangleRisesToTheFullRateAndEndsAtZero() {
        ScheduleConfig triangle = new ScheduleConfig.Triangle(20);
        assertThat(at(triangle, 0)).isCloseTo(0.1, within(1e-12));
        assertThat(at(triangle, 19)).isEqualTo(2);
        assertThat(at(triangle, 60)).isEqualTo(1);
        assertThat(at(triangle, 100)).isZero();
    }
}
