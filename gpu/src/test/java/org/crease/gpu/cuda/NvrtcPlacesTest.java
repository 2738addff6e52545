package org.crease.gpu.cuda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NvrtcPlacesTest {
    @TempDir
    private Path folder;

    private String file(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.createFile(file).toString();
    }

    @Test
    void withoutCudaTheSystemIsAskedForTheNewestFirst() {
        assertThat(NvrtcPlaces.of(null, Map.of(), folder, false))
                .containsExactly("libnvrtc.so.13", "libnvrtc.so.12", "libnvrtc.so.11.2", "libnvrtc.so");
        assertThat(NvrtcPlaces.of(null, Map.of(), folder.resolve("none"), true))
                .containsExactly("nvrtc64_130_0.dll", "nvrtc64_120_0.dll", "nvrtc64_112_0.dll");
    }

    @Test
    void theFoldersOfCudaComeFirst() throws IOException {
        String home = file("home/lib64/libnvrtc.so.12");
        String newer = file("cuda-13.0/targets/x86_64-linux/lib/libnvrtc.so.13");
        String older = file("cuda-12.2/lib64/libnvrtc.so.12");
        assertThat(NvrtcPlaces.of(
                        null, Map.of("CUDA_HOME", folder.resolve("home").toString()), folder, false))
                .startsWith(home, newer, older)
                .endsWith("libnvrtc.so");
    }

    @Test
    void aNamedFileOrFolderIsTakenAlone() throws IOException {
        String file = file("mine/libnvrtc.so.12");
        Map<String, String> environment = Map.of("CUDA_PATH", folder.toString());
        assertThat(NvrtcPlaces.of(file, environment, folder, false)).containsExactly(file);
        assertThat(NvrtcPlaces.of(folder.resolve("mine").toString(), environment, folder, false))
                .containsExactly(file);
    }

    @Test
    void builtInFunctionsAreFoundBesideIt() throws IOException {
        file("lib/libnvrtc.so.12");
        String builtins = file("lib/libnvrtc-builtins.so.12.2");
        assertThat(NvrtcPlaces.builtins(folder.resolve("lib"))).containsExactly(builtins);
    }
}
