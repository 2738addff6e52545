package org.crease.app.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class ProcessTerminalTest {

    private static Screen screen(Map<String, String> properties, Map<String, String> environment, Charset charset) {
        Properties all = new Properties();
        all.putAll(properties);
        return ProcessTerminal.screen("out", charset, all, environment);
    }

    @Test
    void aTerminalHasColourAndItsOwnWidth() {
        assertThat(screen(
                        Map.of("crease.terminal", "out,err", "crease.columns", "132"),
                        Map.of("TERM", "xterm"),
                        StandardCharsets.UTF_8))
                .isEqualTo(new Screen(true, true, true, 132));
    }

    @Test
    void noColorIsHonoured() {
        assertThat(screen(Map.of("crease.terminal", "out"), Map.of("NO_COLOR", "1"), StandardCharsets.UTF_8)
                        .colour())
                .isFalse();
        assertThat(screen(Map.of("crease.terminal", "out"), Map.of("NO_COLOR", ""), StandardCharsets.UTF_8)
                        .colour())
                .isTrue();
    }

    @Test
    void aPipeAndADumbTerminalArePlain() {
        assertThat(screen(Map.of("crease.terminal", "err"), Map.of(), StandardCharsets.US_ASCII))
                .isEqualTo(Screen.PLAIN);
        assertThat(screen(Map.of("crease.terminal", "out"), Map.of("TERM", "dumb"), StandardCharsets.US_ASCII))
                .isEqualTo(Screen.PLAIN);
    }

    @Test
    void oddWidthsAreNotBelieved() {
        assertThat(screen(Map.of("crease.columns", "-3"), Map.of(), StandardCharsets.UTF_8)
                        .width())
                .isEqualTo(Screen.USUAL);
        assertThat(screen(Map.of("crease.columns", "1"), Map.of(), StandardCharsets.UTF_8)
                        .width())
                .isEqualTo(Screen.NARROWEST);
    }

    @Test
    void latin1HasNoBars() {
        assertThat(screen(Map.of(), Map.of(), StandardCharsets.ISO_8859_1).unicode())
                .isFalse();
    }
}
