package org.crease.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.crease.app.terminal.Captured;
import org.crease.app.terminal.Screen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RehearsalTest {

    @Test
    void computesHomologyOfPointsAndDistancesOfDimensionOneAndTwo(@TempDir Path folder) throws IOException {
        Captured captured = new Captured(Screen.PLAIN);
        Rehearsal.run(folder, captured.terminal());
        assertThat(captured.out().lines().filter(line -> line.startsWith("persistence intervals in dim 1")))
                .hasSize(7);
        assertThat(captured.out().lines().filter(line -> line.startsWith("persistence intervals in dim 2")))
                .hasSize(3);
        assertThat(captured.err()).isEmpty();
    }
}
