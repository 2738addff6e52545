package org.crease.gpu.cuda;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.crease.gpu.driver.DriverException;
import org.crease.gpu.driver.DriverException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Where NVRTC may be: the file that the property {@code crease.nvrtc} names and nothing else, or CUDA's folders ({@code
 * CUDA_HOME}, {@code CUDA_PATH}, {@code /usr/local/cuda*}), newest first, and then what the system's loader finds.
 */
final class NvrtcPlaces {
    private static final List<String> LINUX =
            List.of("libnvrtc.so.13", "libnvrtc.so.12", "libnvrtc.so.11.2", "libnvrtc.so");
    private static final List<String> WINDOWS = List.of("nvrtc64_130_0.dll", "nvrtc64_120_0.dll", "nvrtc64_112_0.dll");
    private static final List<String> FOLDERS =
            List.of("lib64", "lib", "targets/x86_64-linux/lib", "bin/x64", "bin", "");

    private NvrtcPlaces() {}

    /** Of this machine. */
    static List<String> here() {
        return of(System.getProperty("crease.nvrtc"), System.getenv(), Path.of("/usr/local"), isWindows());
    }

    static boolean isWindows() {
        return System.getProperty("os.name").startsWith("Windows");
    }

    /**
     * Of a machine.
     *
     * @param named a file or its folder, instead of all others
     * @param local the folder that CUDA's installer uses
     */
    static List<String> of(@Nullable String named, Map<String, String> environment, Path local, boolean windows) {
        List<String> files = windows ? WINDOWS : LINUX;
        if (named != null) {
            Path place = Path.of(named);
            return Files.isDirectory(place) ? in(place, files) : List.of(named);
        }
        List<String> found = new ArrayList<>();
        for (Path root : roots(environment, local)) {
            for (String folder : FOLDERS) {
                found.addAll(in(root.resolve(folder), files));
            }
        }
        found.addAll(files);
        return found.stream().distinct().toList();
    }

    private static List<String> in(Path folder, List<String> files) {
        return files.stream()
                .map(folder::resolve)
                .filter(Files::exists)
                .map(Path::toString)
                .toList();
    }

    /** The libraries of built-in functions in NVRTC's folder. */
    static List<String> builtins(Path folder) {
        return list(folder, "libnvrtc-builtins.so", "nvrtc-builtins").stream()
                .map(Path::toString)
                .toList();
    }

    private static List<Path> roots(Map<String, String> environment, Path local) {
        List<Path> roots = new ArrayList<>();
        for (String variable : List.of("CUDA_HOME", "CUDA_PATH")) {
            String value = environment.getOrDefault(variable, "");
            if (!value.isBlank()) {
                roots.add(Path.of(value));
            }
        }
        if (Files.isDirectory(local)) {
            roots.addAll(list(local, "cuda"));
        }
        return roots;
    }

    private static List<Path> list(Path folder, String... beginnings) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(path ->
                            Stream.of(beginnings).anyMatch(path.getFileName().toString()::startsWith))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        } catch (IOException e) {
            throw new DriverException(Reason.COMPILATION, "cannot look for NVRTC in " + folder + ": " + e, e);
        }
    }
}
