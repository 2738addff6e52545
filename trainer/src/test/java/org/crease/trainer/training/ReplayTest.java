package org.crease.trainer.training;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crease.probes.Array;
import org.crease.probes.Finding;
import org.crease.probes.snapshot.Snapshot;
import org.crease.runlog.FindingEntry;
import org.crease.runlog.FindingsLog;
import org.crease.runlog.RunDirectory;
import org.crease.runlog.storage.CorruptFileException;
import org.crease.trainer.config.Config;
import org.crease.trainer.data.library.DatasetLibrary;
import org.crease.trainer.data.library.Progress;
import org.crease.trainer.experiment.Experiment;
import org.crease.trainer.probing.FindingSink;
import org.crease.trainer.replay.Replay;
import org.crease.trainer.replay.Verification;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {
    private static final Config CONFIG = Trainings.config(Trainings.MOONS, "training.epochs=2");

    @TempDir
    private static Path trained;

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init") // set before each test
    private RunDirectory run;

    @BeforeAll
    static void train() throws InterruptedException {
        Trainings.train(CONFIG, trained);
    }

    @BeforeEach
    void copy() throws IOException {
        try (var files = Files.walk(trained.resolve("moons"))) {
            files.forEach(file -> copy(file, folder.resolve(trained.relativize(file))));
        }
        run = RunDirectory.open(folder.resolve("moons"));
    }

    private static void copy(Path from, Path to) {
        try {
            Files.copy(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int replay(FindingSink sink) throws InterruptedException {
        return replay(sink, 0, Long.MAX_VALUE);
    }

    private int replay(FindingSink sink, long first, long last) throws InterruptedException {
        Experiment experiment = Experiment.of(CONFIG, Path.of("."), DatasetLibrary.standard(), Progress.SILENT);
        return new Replay(run.checkpoints(), experiment.examination(experiment.probes()))
                .run(step -> step >= first && step <= last, sink);
    }

    private Verification verified() throws InterruptedException {
        Verification verification = new Verification(run.findings());
        replay(verification);
        return verification;
    }

    @Test
    void x2_replayFindsWhatWasFoundLive() throws InterruptedException {
        Verification verification = verified();
        assertThat(verification.differences()).isEmpty();
        assertThat(verification.agreeing())
                .isEqualTo(run.findings().entries().size())
                .isPositive();
        assertThat(verification.missing(step -> true)).isZero();
    }

    @Test
    void x2_replayOfSomeStepsIsInTheirOrder() throws InterruptedException {
        List<Long> steps = new ArrayList<>();
        int examined = replay(
                new FindingSink() {
                    @Override
                    public void found(Snapshot snapshot, List<Finding> findings) {
                        steps.add(snapshot.step());
                    }

                    @Override
                    public void failed(long step, String probe, RuntimeException cause) {
                        throw cause;
                    }
                },
                10,
                20);
        assertThat(steps).containsExactly(10L, 15L, 20L);
        assertThat(examined).isEqualTo(3);
    }

    @Test
    void x3_aChangedByteOfAnyArraysIsReported() throws Exception {
        FindingEntry entry = run.findings().entries().get(3);
        Path npz = run.path().resolve(entry.arrays());
        byte[] bytes = Files.readAllBytes(npz);
        bytes[bytes.length / 2] ^= 1;
        Files.write(npz, bytes);
        Verification verification = verified();
        assertThat(verification.differences())
                .singleElement()
                .asString()
                .startsWith("step " + entry.step() + ", layer " + entry.layer() + ", probe " + entry.probe()
                        + ": what was recorded cannot be read: ")
                .contains(".npz");
        assertThat(verification.agreeing()).isEqualTo(run.findings().entries().size() - 1);
    }

    @Test
    void x3_aMissingFileOfArraysIsReported() throws Exception {
        FindingEntry entry = run.findings().entries().get(0);
        Files.delete(run.path().resolve(entry.arrays()));
        assertThat(verified().differences()).singleElement().asString().contains("cannot be read");
    }

    @Test
    void x3_aChangedLineIsRefused() throws Exception {
        Path index = run.path().resolve("findings.jsonl");
        String text = Files.readString(index);
        Files.writeString(index, text.replaceFirst("\"rank_max\":(\\d)", "\"rank_max\":4$1"));
        assertThatThrownBy(this::verified)
                .isInstanceOf(CorruptFileException.class)
                .hasMessageContaining("findings.jsonl, line 1: checksum is");
    }

    @Test
    void x3_otherNumbersAreReportedByName() throws Exception {
        Map<String, Double> summary = new HashMap<>(recorded().summary());
        summary.put("rank_max", 47.0);
        assertThat(differences(
                        new Finding(5, "dense-2", "rank", summary, recorded().arrays(), List.of())))
                .singleElement()
                .asString()
                .matches("step 5, layer dense-2, probe rank: rank_max was 47\\.0 live, is \\d\\.0");
    }

    @Test
    void x3_otherArraysAreReportedByName() throws Exception {
        Map<String, Array> arrays = new HashMap<>(recorded().arrays());
        double[] margins = requireNonNull(arrays.get("margin")).doubles().clone();
        margins[0] = Math.nextUp(margins[0]);
        arrays.put("margin", new Array(margins, margins.length));
        assertThat(differences(new Finding(5, "dense-2", "rank", recorded().summary(), arrays, List.of())))
                .containsExactly("step 5, layer dense-2, probe rank: array margin differs");
    }

    @Test
    void notesOfOneSideStandBesideTheFirstDifference() throws InterruptedException {
        Map<String, Double> summary = new LinkedHashMap<>(recorded().summary());
        Double rank = summary.get("rank_mean");
        summary.put("rank_mean", 0.5);
        Finding edited =
                new Finding(5, "dense-2", "rank", summary, recorded().arrays(), List.of("examined on another device"));
        assertThat(differences(edited))
                .containsExactly("step 5, layer dense-2, probe rank: rank_mean was 0.5 live, is " + rank
                        + "; noted live: examined on another device");
    }

    private Finding recorded() {
        return run.findings().entries().stream()
                .filter(e -> e.step() == 5
                        && e.layer().equals("dense-2")
                        && e.probe().equals("rank"))
                .map(run.findings()::read)
                .findFirst()
                .orElseThrow();
    }

    /** What replay says when this was recorded in place of what was. */
    private List<String> differences(Finding edited) throws InterruptedException {
        Finding original = recorded();
        FindingsLog other = run.replay("edited");
        for (FindingEntry entry : run.findings().entries()) {
            Finding finding = run.findings().read(entry);
            other.append(finding.equals(original) ? edited : finding);
        }
        Verification verification = new Verification(other);
        replay(verification);
        return verification.differences();
    }

    @Test
    void whatIsOnOneSideOnlyIsCounted() throws InterruptedException {
        Verification verification = new Verification(run.findings());
        replay(verification, 0, 10);
        assertThat(verification.differences()).isEmpty();
        long later = run.findings().entries().stream()
                .filter(entry -> entry.step() > 10)
                .count();
        assertThat(verification.missing(step -> true)).isEqualTo((int) later).isPositive();
        assertThat(verification.missing(step -> step <= 10)).isZero();

        Verification empty = new Verification(run.replay("nothing"));
        replay(empty, 0, 0);
        assertThat(empty.differences())
                .hasSize(10)
                .first()
                .isEqualTo("step 0, layer dense-1, probe rank: was not recorded live");
    }
}
