package org.crease.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.crease.inspector.api.Resources;
import org.crease.inspector.runs.Catalogue;
import org.crease.inspector.web.Query;
import org.crease.inspector.web.Resource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Which runs are told to be twins, and which to differ in the seed alone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KinTest {
    private static final String CLASSES = "  target: class\n";
    private static final String MEANS = "  target:\n    regression:\n      of: mean\n";

    private Map<String, Resource> resources = Map.of();

    @BeforeAll
    void open(@TempDir Path runs) {
        write(runs, "classes-1", 1, CLASSES, 64);
        write(runs, "classes-2", 2, CLASSES, 64);
        write(runs, "means-1", 1, MEANS, 64);
        write(runs, "means-2", 2, MEANS, 64);
        write(runs, "wider-1", 1, MEANS, 128);
        write(runs, "again-1", 1, CLASSES, 64);
        resources = Resources.of(Catalogue.in(runs));
    }

    @Test
    void aTwinDiffersInTheTargetAndASeedInTheSeed() {
        assertThat(kin("classes-1")).isEqualTo("{\"twins\":[\"means-1\"],\"seeds\":[\"classes-2\"]}");
        assertThat(kin("means-2")).isEqualTo("{\"twins\":[\"classes-2\"],\"seeds\":[\"means-1\"]}");
    }

    @Test
    void anotherNetworkIsNoKin() {
        assertThat(kin("wider-1")).isEqualTo("{\"twins\":[],\"seeds\":[]}");
    }

    @Test
    void theSameSettingsAgainAreNoKin() {
        assertThat(kin("again-1")).isEqualTo("{\"twins\":[\"means-1\"],\"seeds\":[\"classes-2\"]}");
    }

    private String kin(String run) {
        return new String(
                Objects.requireNonNull(resources.get("/api/kin"))
                        .answer(new Query(Map.of("run", run)))
                        .body(),
                StandardCharsets.UTF_8);
    }

    private static void write(Path runs, String name, int seed, String target, int units) {
        String config = "schema: 1\nname: " + name + "\nseed: " + seed + "\ntask:\n  data: digits\n" + target
                + "  test-share: 0.2\nnetwork:\n  layers:\n    - dense:\n        units: " + units + "\nruns: " + name
                + "\n";
        SampleRun.write(runs, name, "continuous", config, 0);
    }
}
