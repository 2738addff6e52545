package org.crease.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code --debug} says of the choice of devices; in a process of its own, as logging is set up once. */
class DebugTest {
    private static final String TOO_LITTLE =
            "filtration: on the processor, as less than 4.0E9 operations are too little for a device";

    @TempDir
    private Path folder;

    private String errors(List<String> options, String... more) throws IOException, InterruptedException {
        Path points = Files.writeString(folder.resolve("points.txt"), "0 0\n1 0\n1 1\n0 1\n");
        List<String> words = new ArrayList<>(List.of("homology", points.toString()));
        words.addAll(List.of(more));
        Path errors = folder.resolve("errors.txt");
        Process process = CreaseProcess.of(options, words)
                .redirectError(errors.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor()).isZero();
        return Files.readString(errors, UTF_8);
    }

    @Test
    void theChoiceOfDevicesIsSaidWithItsReason() throws IOException, InterruptedException {
        assertThat(errors(List.of(), "--debug")).containsOnlyOnce(TOO_LITTLE);
        assertThat(errors(List.of("-Dcrease.device=cpu"), "--debug"))
                .contains("filtration: on the processor, as asked for")
                .doesNotContain(TOO_LITTLE);
        assertThat(errors(List.of())).isEmpty();
    }
}
