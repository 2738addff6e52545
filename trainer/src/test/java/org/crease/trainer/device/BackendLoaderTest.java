package org.crease.trainer.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.factory.Nd4jBackend;

class BackendLoaderTest {
    private static final String SERVICE = "META-INF/services/org.nd4j.linalg.factory.Nd4jBackend";

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    private URL jarOf(String name, String backend) throws IOException {
        Path jar = folder.resolve(name);
        Files.createDirectories(jar.resolve(SERVICE).toAbsolutePath().getParent());
        Files.writeString(jar.resolve(SERVICE), "# a licence\n\n" + backend + "\n");
        Files.writeString(jar.resolve("other.txt"), name);
        return jar.toUri().toURL();
    }

    @Test
    void oneBackendIsShownAndEverythingElseToo() throws IOException {
        URL cpu = jarOf("cpu", Backends.CPU);
        URL cuda = jarOf("cuda", Backends.CUDA);
        try (URLClassLoader both = new URLClassLoader(new URL[] {cuda, cpu}, null)) {
            assertThat(shown(both, Backends.CPU, SERVICE)).containsExactly("cpu");
            assertThat(shown(both, Backends.CUDA, SERVICE)).containsExactly("cuda");
            assertThat(shown(both, Backends.CPU, "other.txt")).containsExactly("cuda", "cpu");
        }
    }

    private List<String> shown(ClassLoader parent, String backend, String file) throws IOException {
        return Collections.list(new BackendLoader(parent, backend).getResources(file)).stream()
                .map(url -> url.getPath().replaceFirst(".*/(cpu|cuda)/.*", "$1"))
                .toList();
    }

    @Test
    void nd4jFindsTheCpuThroughIt() {
        ClassLoader loader = new BackendLoader(BackendLoaderTest.class.getClassLoader(), Backends.CPU);
        assertThat(ServiceLoader.load(Nd4jBackend.class, loader))
                .singleElement()
                .satisfies(backend -> assertThat(backend.getClass().getName()).isEqualTo(Backends.CPU));
        ClassLoader none = new BackendLoader(BackendLoaderTest.class.getClassLoader(), Backends.CUDA);
        assertThat(ServiceLoader.load(Nd4jBackend.class, none)).isEmpty();
    }

    @Test
    void theClassPathOfTheTestsHasTheCpuAlone() {
        assertThat(Backends.present()).isEqualTo(new Backends(true, false));
        assertThat(TrainingDevice.hasCudaBackend()).isFalse();
    }
}
