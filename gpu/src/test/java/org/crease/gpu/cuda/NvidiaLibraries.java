package org.crease.gpu.cuda;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.crease.gpu.driver.DriverException;
import org.junit.jupiter.api.Assertions;

/**
 * NVIDIA's own libraries as {@code gpu/nvidia.sh} unpacks them, below the folder that {@code CREASE_CUDA_LIBRARIES} names or
 * where the script puts them by default; NVRTC also where CUDA has it.
 */
final class NvidiaLibraries {

    private NvidiaLibraries() {}

    /** NVRTC; without it the test is skipped, or fails where it may not be missing. */
    static Nvrtc nvrtc() {
        try {
            return openNvrtc();
        } catch (DriverException e) {
            requireOfNvidia(false, "no NVRTC (gpu/nvidia.sh fetches it): " + e.getMessage());
            throw e;
        }
    }

    /** NVRTC or, where it is missing, the PTX that we ship. */
    static PtxCompiler compiler() {
        try {
            return openNvrtc();
        } catch (DriverException e) {
            return new ShippedPtx();
        }
    }

    private static Nvrtc openNvrtc() {
        return Nvrtc.open(find("libnvrtc.so.").map(List::of).orElseGet(NvrtcPlaces::here));
    }

    /** CUDA's driver library. */
    static List<String> driver() {
        Optional<String> found = find("libcuda.so.1");
        requireOfNvidia(found.isPresent(), "no libcuda.so.1 below " + folder() + " (gpu/nvidia.sh fetches it)");
        return List.of(found.orElseThrow());
    }

    /** As {@link #require}, but where {@code CREASE_WITHOUT_NVIDIA} says that NVIDIA's libraries could not be fetched. */
    private static void requireOfNvidia(boolean there, String missing) {
        if ("true".equals(System.getenv("CREASE_WITHOUT_NVIDIA"))) {
            assumeTrue(there, missing);
        }
        require(there, missing);
    }

    /** Skips the test unless something is there, or fails where nothing may skip. */
    static void require(boolean there, String missing) {
        if (!there && "true".equals(System.getenv("CREASE_REQUIRE_ALL"))) {
            Assertions.fail(missing);
        }
        assumeTrue(there, missing);
    }

    private static Path folder() {
        String named = System.getenv("CREASE_CUDA_LIBRARIES");
        if (named != null) {
            return Path.of(named);
        }
        String cache = System.getenv("XDG_CACHE_HOME");
        Path caches = cache != null ? Path.of(cache) : Path.of(System.getProperty("user.home"), ".cache");
        return caches.resolve("crease").resolve("nvidia");
    }

    private static Optional<String> find(String beginning) {
        if (!Files.isDirectory(folder())) {
            return Optional.empty();
        }
        try (Stream<Path> all = Files.walk(folder())) {
            return all.filter(path -> path.getFileName().toString().startsWith(beginning))
                    .min(Comparator.comparingInt(path -> path.toString().length()))
                    .map(Path::toString);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look below " + folder(), e);
        }
    }
}
