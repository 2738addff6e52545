package org.crease.runlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.crease.probes.Array;
import org.crease.runlog.npy.Npz;
import org.crease.runlog.storage.CorruptFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProbeSetFileTest {
    private static final Array IDS = new Array(new int[] {3, 5, 8}, 3);
    private static final Array IMAGES = new Array(new float[] {0, 0.5f, 1, -1, 2, 3, 4, 5, 6, 7, 8, 9}, 3, 1, 2, 2);
    private static final Array CLASSES = new Array(new int[] {1, 0, 1}, 3);
    private static final Array TARGETS = new Array(new double[] {0.25, -1, 2}, 3);

    @TempDir
    private Path runs;

    private RunDirectory run() {
        return Samples.fill(RunDirectory.create(runs, "one"));
    }

    @Test
    void aProbeSetIsReadBackBitForBit() {
        RunDirectory run = run();
        assertThat(run.probeSet()).isEmpty();
        RecordedProbeSet whole = new RecordedProbeSet(IDS, IMAGES, CLASSES, TARGETS);
        run.write(whole);
        assertThat(RunDirectory.open(run.path()).probeSet()).contains(whole);
        run.write(whole.withoutInputs());
        assertThat(run.probeSet()).contains(new RecordedProbeSet(IDS, null, CLASSES, TARGETS));
        run.write(new RecordedProbeSet(IDS, IMAGES, null, null));
        assertThat(run.probeSet()).contains(new RecordedProbeSet(IDS, IMAGES, null, null));
        assertThat(run.path().toFile().list()).contains("probe-set.npz").noneMatch(name -> name.endsWith(".tmp"));
    }

    @Test
    void theFileIsHandedOnAsItLies() throws Exception {
        RunDirectory run = run();
        assertThat(run.keepsProbeSet()).isFalse();
        assertThat(run.probeSetFile()).isEmpty();
        run.write(new RecordedProbeSet(IDS, IMAGES, CLASSES, null));
        assertThat(run.keepsProbeSet()).isTrue();
        assertThat(run.probeSetFile()).contains(Files.readAllBytes(run.path().resolve("probe-set.npz")));
    }

    @Test
    void numPyReadsIt() throws Exception {
        RunDirectory run = run();
        run.write(new RecordedProbeSet(IDS, IMAGES, CLASSES, TARGETS));
        String script = """
                import sys, numpy as np
                f = np.load(sys.argv[1])
                print(*(f'{k} {f[k].dtype} {f[k].shape} {f[k].sum()}' for k in f.files), sep='; ')
                """;
        assertThat(Tools.python(script, run.path().resolve("probe-set.npz").toString()))
                .isEqualToIgnoringNewLines("id int32 (3,) 16; input float32 (3, 1, 2, 2) 44.5; class int32 (3,) 2; "
                        + "target float64 (3,) 1.25");
    }

    @Test
    void bytesAreThoseOfTheElements() {
        RecordedProbeSet whole = new RecordedProbeSet(IDS, IMAGES, CLASSES, TARGETS);
        assertThat(whole.bytes()).isEqualTo(3 * 4 + 12 * 4 + 3 * 4 + 3 * 8);
        assertThat(whole.withoutInputs().bytes()).isEqualTo(3 * 4 + 3 * 4 + 3 * 8);
        assertThat(whole.size()).isEqualTo(3);
    }

    @Test
    void arraysThatDoNotFitAreRefused() {
        Array two = new Array(new int[2], 2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RecordedProbeSet(IDS, IMAGES, two, null))
                .withMessage("'class' is int[2], expected int[3]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RecordedProbeSet(two, IMAGES, null, null))
                .withMessage("'input' is float[3, 1, 2, 2], expected float of 2 rows");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RecordedProbeSet(TARGETS, null, null, null))
                .withMessage("'id' is double[3], expected int[n]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RecordedProbeSet(IDS, null, null, IMAGES))
                .withMessageStartingWith("'target' is float[3, 1, 2, 2]");
    }

    @Test
    void damageIsToldWithTheFile() throws Exception {
        RunDirectory run = run();
        Path file = run.path().resolve("probe-set.npz");
        Npz.write(file, Map.of("input", IMAGES));
        assertThatThrownBy(run::probeSet)
                .isInstanceOf(CorruptFileException.class)
                .hasMessageContainingAll("probe-set.npz", "'id' is missing");
        Npz.write(file, Map.of("id", IDS, "class", TARGETS));
        assertThatThrownBy(run::probeSet)
                .isInstanceOf(CorruptFileException.class)
                .hasMessageContainingAll("probe-set.npz", "'class' is double[3]");
        Files.write(file, new byte[] {'P', 'K'});
        assertThatThrownBy(run::probeSet)
                .isInstanceOf(CorruptFileException.class)
                .hasMessageContaining("probe-set.npz");
    }

    @Test
    void n2_aLinkInItsPlaceIsRefused() throws Exception {
        RunDirectory run = run();
        Path outside = runs.resolve("outside.npz");
        Npz.write(outside, Map.of("id", IDS));
        Files.createSymbolicLink(run.path().resolve("probe-set.npz"), outside);
        assertThatThrownBy(run::probeSet).isInstanceOf(CorruptFileException.class);
    }

    @Test
    void namesOfClassesAreKeptInTheManifest() {
        RunDirectory run = run();
        assertThat(run.manifest().classes()).isEmpty();
        Manifest plain = Samples.manifest("one");
        Manifest named = new Manifest(
                plain.format(),
                plain.name(),
                plain.status(),
                plain.seed(),
                plain.continuity(),
                plain.versions(),
                plain.device(),
                plain.data(),
                plain.created(),
                plain.updated(),
                plain.reason(),
                plain.step(),
                plain.layers(),
                List.of("shirt", "\"boot\""),
                plain.metrics());
        run.write(named);
        assertThat(RunDirectory.open(run.path()).manifest()).isEqualTo(named);
    }
}
