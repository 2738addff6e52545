package org.crease.app.inspect;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.crease.trainer.config.ConfigException;
import org.crease.trainer.config.Configs;
import org.junit.jupiter.api.Test;

class ProbingAgainTest {
    private final ProbingAgain replayer = new ProbingAgain();

    @Test
    void everyPresetIsWrittenRightly() {
        replayer.presets()
                .values()
                .forEach(probes ->
                        assertThatCode(() -> replayer.check(probes)).as(probes).doesNotThrowAnyException());
    }

    @Test
    void wrongProbesAreRefusedInTheWordsOfTheCommandLine() {
        String wrong = "- rnk: {tolerance: float65}\n";

        assertThatThrownBy(() -> Configs.parseProbes(wrong, "probes"))
                .isInstanceOf(ConfigException.class)
                .satisfies(expected -> assertThatThrownBy(() -> replayer.check(wrong))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage(expected.getMessage()));
    }

    @Test
    void noProbesAtAllAreRefused() {
        assertThatThrownBy(() -> replayer.check("[]")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> replayer.check("")).isInstanceOf(IllegalArgumentException.class);
    }
}
