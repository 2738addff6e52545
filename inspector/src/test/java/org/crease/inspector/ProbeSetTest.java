package org.crease.inspector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.crease.inspector.api.Resources;
import org.crease.inspector.runs.Catalogue;
import org.crease.inspector.web.Query;
import org.crease.inspector.web.RefusedException;
import org.crease.inspector.web.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The samples of a run, as the page asks for them. */
class ProbeSetTest {
    @TempDir
    private Path runs;

    private Resource resource(String path) {
        return Objects.requireNonNull(Resources.of(Catalogue.in(runs)).get(path), path);
    }

    private String run(String name) {
        return new String(
                resource("/api/run").answer(new Query(Map.of("run", name))).body(), StandardCharsets.UTF_8);
    }

    @Test
    void theFileIsAnsweredAsItLies() throws IOException {
        LayerSample.write(runs, "ring");

        assertThat(resource("/api/probe-set")
                        .answer(new Query(Map.of("run", "ring")))
                        .body())
                .isEqualTo(Files.readAllBytes(runs.resolve("ring/probe-set.npz")));
        assertThat(run("ring")).contains("\"classes\":[\"upper half\",\"lower half\"]", "\"probeSet\":true");
    }

    @Test
    void aRunWithoutSamplesSaysSo() {
        SampleRun.write(runs, "bare", "continuous");

        assertThat(run("bare")).contains("\"classes\":[]", "\"probeSet\":false");
        assertThatThrownBy(() -> resource("/api/probe-set").answer(new Query(Map.of("run", "bare"))))
                .isInstanceOf(RefusedException.class)
                .hasMessage("the run kept no probe set");
        assertThatThrownBy(() -> resource("/api/probe-set").answer(new Query(Map.of("run", "../bare"))))
                .isInstanceOf(RefusedException.class);
    }
}
