package org.crease.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crease.app.doctor.Result.State;
import org.crease.trainer.data.source.DataException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChecksTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path root;

    private final Map<String, String> environment = new HashMap<>();
    private final Map<String, List<String>> programs = new HashMap<>();

    private Machine machine() {
        Programs answers = command -> Optional.ofNullable(programs.get(command[0]));
        return new Machine(System.getProperties(), environment, root, answers);
    }

    private void file(String name, String... lines) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, Arrays.asList(lines));
    }

    @Test
    void aMachineWithoutAnythingIsNoProblem() {
        assertThat(new TensorBoardCheck(machine()).look().state()).isEqualTo(State.MISSING);
        assertThat(new ProcessorCheck(machine()).look().found()).contains("model unknown");
        assertThat(new MemoryCheck(machine()).look().facts())
                .containsKeys("total", "heap")
                .doesNotContainKey("available");
    }

    @Test
    void theProcessorIsReadFromItsFile() throws IOException {
        file("proc/cpuinfo", "processor\t: 0", "model name\t: Abacus 3000", "flags\t\t: fpu avx2 sse4_2 amx_tile");
        Result result = new ProcessorCheck(machine()).look();
        assertThat(result.found()).endsWith("Abacus 3000; sse4_2 avx2 amx_tile");
        assertThat(result.facts()).containsEntry("features", List.of("sse4_2", "avx2", "amx_tile"));
    }

    @Test
    void availableMemoryIsReadFromItsFile() throws IOException {
        file("proc/meminfo", "MemTotal:  24000000 kB", "MemAvailable:   8388608 kB");
        assertThat(new MemoryCheck(machine()).look().found()).contains("8.0 GiB available");
    }

    @Test
    void threadsOtherThanOneAreSaidToMatter() {
        assertThat(new ThreadsCheck(machine()).look().advice()).contains("last bits");
        environment.put("OMP_NUM_THREADS", "1");
        assertThat(new ThreadsCheck(machine()).look().advice()).isEmpty();
    }

    @Test
    void tensorBoardIsFoundOnThePath() throws IOException {
        file("bin/tensorboard");
        assertThat(root.resolve("bin/tensorboard").toFile().setExecutable(true)).isTrue();
        environment.put("PATH", "/nowhere:" + root.resolve("bin"));
        assertThat(new TensorBoardCheck(machine()).look().state()).isEqualTo(State.OK);
    }

    @Test
    void runsNeedADirectoryThatCanBeMade() throws IOException {
        Result fine = new RunsCheck(root.resolve("a/b/runs")).look();
        assertThat(fine.found()).contains("runs (will be made), ", " free");
        assertThat(root.resolve("a")).doesNotExist();
        file("file");
        Result blocked = new RunsCheck(root.resolve("file/runs")).look();
        assertThat(blocked.state()).isEqualTo(State.PROBLEM);
        assertThat(blocked.found()).endsWith("file is not a directory");
    }

    @Test
    void l5_aDiskThatIsNearlyFullIsAProblem() {
        assertThat(RunsCheck.room("runs", 4, 100))
                .returns(State.PROBLEM, Result::state)
                .returns("The disk is 96.0 % full: make room.", Result::advice);
        assertThat(RunsCheck.room("runs", 6, 100).state()).isEqualTo(State.OK);
    }

    @Test
    void aMissingManifestIsAProblemWithAReason() {
        DatasetsCheck check = new DatasetsCheck(() -> {
            throw new DataException("manifest.yaml: is gone");
        });
        assertThat(check.look()).returns(State.PROBLEM, Result::state).returns("manifest.yaml: is gone", Result::found);
    }

    @Test
    void nd4jMultipliesRight() {
        Result result = new BackendCheck(machine()).look();
        assertThat(result.state()).as(result.found()).isEqualTo(State.OK);
        assertThat(result.found()).contains("CpuBackend", "self-check passed");
    }

    @Test
    void programsThatAreAbsentOrFailAreNoAnswer() {
        ProcessPrograms real = new ProcessPrograms();
        assertThat(real.ask("crease-has-no-such-program")).isEmpty();
        assertThat(real.ask("sh", "-c", "echo seen; exit 3")).isEmpty();
        assertThat(real.ask("sh", "-c", "echo one; echo two")).contains(List.of("one", "two"));
    }
}
