package org.crease.trainer.data.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.crease.trainer.data.source.DataException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FoldersTest {
    @TempDir
    Path folder;

    @Test
    void theProgramsFolderIsGivenOrFoundUpwards() throws IOException {
        Path working = Files.createDirectories(folder.resolve("a/b"));
        assertThat(Folders.of(Map.of(), "/opt/crease", folder, working).shipped())
                .isEqualTo(Path.of("/opt/crease/datasets"));
        Made.write(folder.resolve("datasets/manifest.yaml"), new byte[0]);
        assertThat(Folders.of(Map.of(), null, folder, working).shipped()).isEqualTo(folder.resolve("datasets"));
        Files.delete(folder.resolve("datasets/manifest.yaml"));
        assertThatThrownBy(() -> Folders.of(Map.of(), null, folder, working))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("set the system property crease.home");
    }

    @Test
    void variablesNameFoldersAndTheCache() {
        Map<String, String> environment =
                Map.of("CREASE_DATASETS", "/d1" + File.pathSeparator + "d2", "XDG_CACHE_HOME", "/caches");
        Folders folders = Folders.of(environment, "/opt", Path.of("/home/u"), Path.of("/w"));
        assertThat(folders.given()).containsExactly(Path.of("/d1"), Path.of("/w/d2"));
        assertThat(folders.cache()).isEqualTo(Path.of("/caches/crease/datasets"));
        Folders usual = Folders.of(Map.of("XDG_CACHE_HOME", "relative"), "/opt", Path.of("/home/u"), Path.of("/w"));
        assertThat(usual.given()).isEmpty();
        assertThat(usual.cache()).isEqualTo(Path.of("/home/u/.cache/crease/datasets"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[1]",
                "version: 2\ndatasets: {}",
                "version: 1\ndatasets: {../x: {}}",
                "version: 1\ndatasets: {a: {title: t}}",
                "version: 1\ndatasets: {a: {title: t, about: a, source: s, licence: l, format: zip, shape: [1], classes: [], files: {}}}",
                "version: 1\ndatasets: {a: {title: t, about: a, source: s, licence: l, format: idx, shape: [0], classes: [], files: {}}}",
                "version: 1\ndatasets: {a: {title: t, about: a, source: s, licence: l, format: idx, shape: [1], classes: [],"
                        + " files: {f: {role: table, bytes: 1, sha256: XYZ}}}}",
                "version: 1\ndatasets: {a: {title: t, about: a, source: s, licence: l, format: idx, shape: [1], classes: [],"
                        + " files: {}, mirrors: ['file:///etc/']}}",
                "version: : 1"
            })
    void aDamagedManifestIsRefused(String text) throws IOException {
        Path manifest = folder.resolve("manifest.yaml");
        Made.write(manifest, text.getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> Manifest.read(manifest))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(manifest.toString())
                .hasMessageNotContaining("\n");
    }
}
