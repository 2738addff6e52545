package org.crease.inspector.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.crease.inspector.web.RefusedException;
import org.crease.runlog.Manifest;
import org.crease.runlog.Metric;
import org.crease.runlog.RunDirectory;
import org.crease.runlog.RunLock;
import org.crease.runlog.storage.Directories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueTest {
    private static final Instant WHEN = Instant.parse("2026-01-31T12:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String CONFIG = """
            schema: 1
            task:
              data:
                dataset:
                  name: fashion-mnist-small
              target: class
            network:
              layers:
                - convolution:
                    filters: 8
                - flatten
                - dense:
                    units: 128
                    activation: relu
              initialization: pytorch
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Path runs;

    @BeforeEach
    void folder() throws IOException {
        runs = Files.createDirectory(folder.resolve("runs")).toRealPath();
    }

    @Test
    void rowsSayWhatARunIs() {
        write("one", Manifest.Status.DONE);
        Row row = catalogue().table(0).rows().get(0);

        assertThat(row.name()).isEqualTo("one");
        assertThat(row.status()).isEqualTo("done");
        assertThat(row.task()).isEqualTo("fashion-mnist-small · class");
        assertThat(row.network()).isEqualTo("convolution 8-flatten-128");
        assertThat(row.metrics()).containsEntry("test/loss", 0.5);
    }

    @Test
    void onlyWhatHasChangedIsToldAgain() throws IOException {
        write("one", Manifest.Status.DONE);
        write("two", Manifest.Status.DONE);
        Catalogue catalogue = catalogue();
        Table first = catalogue.table(0);
        assertThat(first.whole()).isTrue();
        assertThat(first.rows()).hasSize(2);
        assertThat(catalogue.table(first.version()).rows()).isEmpty();

        write("three", Manifest.Status.DONE);
        try (RunDirectory one = RunDirectory.open(runs.resolve("one"))) {
            one.write(manifest("one", Manifest.Status.FAILED));
        }
        Files.move(runs.resolve("two"), folder.resolve("elsewhere"));

        Table second = await(catalogue, first.version());
        assertThat(second.whole()).isFalse();
        assertThat(second.rows()).extracting(Row::name).containsExactly("one", "three");
        assertThat(second.rows().get(0).status()).isEqualTo("failed");
        assertThat(second.gone()).containsExactly("two");
        assertThat(catalogue.table(second.version() + 1).whole()).isTrue();
    }

    @Test
    void aRunUnderWayTellsItsNewestNumbers() {
        Path path = write("live", Manifest.Status.RUNNING);
        try (RunDirectory live = RunDirectory.open(path)) {
            try (RunLock lock = live.lock()) {
                assertThat(lock).isNotNull();
                Catalogue catalogue = catalogue();
                Table before = catalogue.table(0);
                assertThat(before.rows().get(0).status()).isEqualTo("running");
                live.metrics().append(List.of(new Metric(70, 1, "train/loss", 0.25, WHEN)));

                Row after = await(catalogue, before.version()).rows().get(0);
                assertThat(after.step()).isEqualTo(70);
                assertThat(after.metrics()).containsEntry("train/loss", 0.25);
            }
            assertThat(catalogue().table(0).rows().get(0).status()).isEqualTo("died");
        }
    }

    @Test
    void aRunThatCannotBeReadIsAProblemOfItsOwn() throws IOException {
        write("good", Manifest.Status.DONE);
        Files.writeString(write("bad", Manifest.Status.DONE).resolve("manifest.json"), "{\"format\":");
        List<Row> rows = catalogue().table(0).rows();

        assertThat(rows).extracting(Row::status).containsExactly("unreadable", "done");
        assertThat(rows.get(0).problem()).contains("manifest.json");
    }

    @Test
    void aFolderMayComeLater() {
        Path later = runs.resolve("later");
        Catalogue catalogue = Catalogue.live(later, () -> WHEN);
        Table empty = catalogue.table(0);
        assertThat(empty.rows()).isEmpty();

        runs = later;
        write("first", Manifest.Status.DONE);
        assertThat(await(catalogue, empty.version()).rows()).hasSize(1);
    }

    @Test
    void tagsAndPinsOutliveTheServer() {
        write("one", Manifest.Status.DONE);
        Catalogue catalogue = catalogue();
        long version = catalogue.table(0).version();
        catalogue.mark("one", mark -> new Mark(List.of("good", "<img src=x>"), true, false));

        assertThat(catalogue.table(version).rows()).hasSize(1);
        assertThat(catalogue().table(0).rows().get(0).marks())
                .isEqualTo(new Mark(List.of("good", "<img src=x>"), true, false));
        assertThat(runs.resolve(".inspector.json")).exists();
        assertThat(catalogue.names()).containsExactly("one");
    }

    @Test
    void tagsThatCannotBeReadAreToldAndKept() throws IOException {
        write("one", Manifest.Status.DONE);
        Files.writeString(runs.resolve(".inspector.json"), "{\"format\":1,\"runs\":{\"one\":{\"tags\":[\"a\"");
        Catalogue catalogue = catalogue();

        assertThat(catalogue.table(0).problems()).hasSize(1);
        catalogue.mark("one", mark -> new Mark(List.of("new"), false, false));
        assertThat(catalogue.table(0).problems()).isEmpty();
        assertThat(runs.resolve(".inspector.json.damaged")).content().contains("\"a\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "{\"format\":1,\"runs\":[]}",
                "{\"format\":1,\"runs\":{\"one\":7}}",
                "{\"format\":1,\"runs\":{\"one\":{\"tags\":\"x\",\"pinned\":{}}}}",
                "{\"format\":99}",
                ""
            })
    void tagsInAnyFormAreNoReasonToFail(String text) throws IOException {
        write("one", Manifest.Status.DONE);
        Files.writeString(runs.resolve(".inspector.json"), text);

        assertThat(catalogue().table(0).rows().get(0).marks()).isEqualTo(Mark.NONE);
    }

    @Test
    void tagsThatForgeLinesAreRefused() {
        write("one", Manifest.Status.DONE);
        Catalogue catalogue = catalogue();

        for (String tag : List.of("", " a", "a\nb", "a\u202eb", "a\u0000", "x".repeat(41))) {
            assertThatThrownBy(() -> catalogue.mark("one", mark -> new Mark(List.of(tag), false, false)))
                    .isInstanceOf(RefusedException.class);
        }
        assertThatThrownBy(() -> catalogue.mark("none", mark -> mark)).isInstanceOf(RefusedException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "..",
                ".",
                "",
                "/etc",
                "a/../../b",
                "%2e%2e%2f",
                "%252e",
                ";",
                "#",
                "\\",
                "..\\..",
                "C:",
                "CON",
                "\u0000",
                "one\n",
                "\u202eeno",
                "\ud83d\ude00",
                "one/",
                "./one",
                "one/.",
                "-rf",
                ".deleted-one",
                ".inspector.json"
            })
    void n1_namesThatNameNoRunLeadNowhere(String name) {
        write("one", Manifest.Status.DONE);
        Catalogue catalogue = catalogue();

        assertThatThrownBy(() -> catalogue.run(name)).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> catalogue.delete(name)).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> catalogue.mark(name, mark -> mark)).isInstanceOf(RefusedException.class);
        assertThat(runs.resolve("one")).isDirectory();
    }

    @Test
    void n1_aNameOf300BytesLeadsNowhere() {
        assertThatThrownBy(() -> catalogue().run("é".repeat(150))).isInstanceOf(RefusedException.class);
    }

    @Test
    void n3_aWholeRunIsDeletedAndNothingElse() throws IOException {
        write("one", Manifest.Status.DONE);
        write("two", Manifest.Status.DONE);
        Path outside = Files.createDirectories(folder.resolve("outside"));
        Files.writeString(outside.resolve("precious"), "kept");
        Files.createSymbolicLink(runs.resolve("one").resolve("link"), outside);
        Files.createSymbolicLink(Files.createDirectory(runs.resolve("one/deep")).resolve("up"), folder);
        Catalogue catalogue = catalogue();
        long version = catalogue.table(0).version();
        catalogue.mark("one", mark -> mark.asPinned(true));
        catalogue.delete("one");

        assertThat(runs.resolve("one")).doesNotExist();
        assertThat(runs.resolve(".inspector.json")).content().doesNotContain("one");
        Files.delete(runs.resolve(".inspector.json"));
        assertThat(outside.resolve("precious")).hasContent("kept");
        assertThat(Directories.list(runs)).containsExactly(runs.resolve("two"));
        assertThat(catalogue.table(version).gone()).containsExactly("one");
    }

    @Test
    void n3_whatIsNotOursStays() throws IOException {
        Path elsewhere = write("real", Manifest.Status.DONE);
        Files.move(elsewhere, folder.resolve("real"));
        Files.createSymbolicLink(runs.resolve("linked"), folder.resolve("real"));
        Files.createDirectory(runs.resolve("plain"));
        Files.writeString(Files.createDirectory(runs.resolve("damaged")).resolve("manifest.json"), "{}");
        Catalogue catalogue = catalogue();

        for (String name : List.of("linked", "plain", "damaged")) {
            assertThatThrownBy(() -> catalogue.delete(name)).isInstanceOf(RefusedException.class);
            assertThat(runs.resolve(name)).exists();
        }
        assertThat(folder.resolve("real/manifest.json")).exists();
    }

    @Test
    void n3_aRunThatIsBeingWrittenStays() {
        try (RunDirectory live = RunDirectory.open(write("live", Manifest.Status.RUNNING));
                RunLock lock = live.lock()) {
            assertThat(lock).isNotNull();
            assertThatThrownBy(() -> catalogue().delete("live"))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("being written");
        }
        assertThat(runs.resolve("live")).isDirectory();
    }

    @Test
    void n3_aRunThatWasOpenedAloneIsNotDeleted() {
        Path path = write("one", Manifest.Status.DONE);

        assertThatThrownBy(() -> Catalogue.in(path).delete("one")).isInstanceOf(RefusedException.class);
        assertThat(path).isDirectory();
    }

    private Catalogue catalogue() {
        return Catalogue.live(runs, () -> WHEN);
    }

    private static Table await(Catalogue catalogue, long version) {
        long start = System.nanoTime();
        Table table = catalogue.table(version);
        while (table.rows().isEmpty() && System.nanoTime() - start < PATIENCE.toNanos()) {
            Thread.onSpinWait();
            table = catalogue.table(version);
        }
        return table;
    }

    private Path write(String name, Manifest.Status status) {
        try (RunDirectory run = RunDirectory.create(runs, name)) {
            run.writeConfig(CONFIG);
            run.write(manifest(name, status));
            return run.path();
        }
    }

    private static Manifest manifest(String name, Manifest.Status status) {
        return new Manifest(
                RunDirectory.FORMAT,
                name,
                status,
                1,
                "discontinuous",
                Map.of(),
                "cpu",
                Map.of(),
                WHEN,
                WHEN,
                null,
                60,
                List.of("dense-1"),
                Map.of("test/loss", 0.5));
    }
}
