package org.crease.trainer.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Processes that end in every way a trial can. */
class TrialProcessTest {
    private static final Card CARD = new Card(0, "A100", 8, 0, 40L << 30, "12.2");
    private static final String ON_IT = "A100 (compute capability 8.0)";

    private static Optional<String> failure(Class<?> main) {
        return new TrialProcess(main.getName(), 1).failure(CARD);
    }

    static final class Passing {
        public static void main(String[] arguments) throws IOException {
            Files.writeString(Path.of(arguments[0]), arguments[1].equals("0") ? CudaTrial.PASSED : "another card");
        }
    }

    static final class WithoutMemory {
        public static void main(String[] arguments) throws IOException {
            Files.writeString(Path.of(arguments[0]), "Can't allocate [DEVICE] memory");
        }
    }

    static final class WithoutLibrary {
        public static void main(String[] arguments) throws IOException {
            Files.writeString(Path.of(arguments[0]), "UnsatisfiedLinkError: libcublas.so.11: no such file");
        }
    }

    static final class Crashing {
        public static void main(String[] arguments) {
            Runtime.getRuntime().halt(134);
        }
    }

    static final class Endless {
        public static void main(String[] arguments) throws InterruptedException {
            Thread.sleep(60_000);
        }
    }

    @Test
    void aBackendThatMultipliesRightPasses() {
        assertThat(failure(Passing.class)).isEmpty();
    }

    @Test
    void t7_tooLittleMemoryIsSaid() {
        assertThat(failure(WithoutMemory.class))
                .hasValue(ON_IT + " has too little free memory: Can't allocate [DEVICE] memory");
    }

    @Test
    void t7_aLibraryThatIsMissingIsSaid() {
        assertThat(failure(WithoutLibrary.class))
                .hasValue("Deeplearning4j's CUDA backend does not come up on " + ON_IT
                        + ": UnsatisfiedLinkError: libcublas.so.11: no such file");
    }

    @Test
    void t7_aCrashIsSurvivedAndSaid() {
        assertThat(failure(Crashing.class))
                .hasValue("Deeplearning4j's CUDA backend crashed on " + ON_IT + ", with exit status 134");
    }

    @Test
    void t7_aBackendThatHangsIsGivenUp() {
        assertThat(new TrialProcess(Endless.class.getName(), 0).failure(CARD))
                .hasValue("Deeplearning4j's CUDA backend could not be tried on " + ON_IT + ": no answer in 0 minutes");
    }

    /** The class path of the tests has the CPU's backend alone, which is what is multiplied on then. */
    @Test
    void theTrialMultiplies() {
        assertThat(new TrialProcess().failure(CARD)).isEmpty();
    }
}
