package org.crease.runlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLockTest {
    @TempDir
    Path runs;

    /** Another process: takes the lock, says so, and waits to be killed. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] arguments) throws IOException {
            RunLock lock = RunDirectory.open(Path.of(arguments[0])).lock();
            System.out.println("locked " + lock.getClass().getSimpleName());
            System.out.flush();
            System.exit(System.in.read());
        }
    }

    @Test
    void f7_oneWriterAtATimeInAProcess() {
        RunDirectory run = Samples.fill(RunDirectory.create(runs, "one"));
        assertThat(run.holder()).isNull();
        try (RunLock lock = run.lock()) {
            assertThat(lock).isNotNull();
            assertThat(Objects.requireNonNull(run.holder()).pid())
                    .isEqualTo(ProcessHandle.current().pid());
            assertThatThrownBy(() -> RunDirectory.open(run.path()).lock())
                    .isInstanceOf(RunLockedException.class)
                    .hasMessageContaining("this process");
            assertThatThrownBy(run::lock).isInstanceOf(RunLockedException.class);
        }
        assertThat(run.holder()).isNull();
        run.lock().close();
    }

    @Test
    void f7_anotherProcessKeepsUsOutUntilItIsKilled() throws Exception {
        RunDirectory run = Samples.fill(RunDirectory.create(runs, "one"));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        run.path().toString())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.readLine()).startsWith("locked");
            assertThat(Objects.requireNonNull(run.holder()).pid()).isEqualTo(process.pid());
            assertThatThrownBy(run::lock)
                    .isInstanceOf(RunLockedException.class)
                    .hasMessageContaining("process " + process.pid());
            assertThatThrownBy(run::lock).isInstanceOf(RunLockedException.class);
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertThat(run.path().resolve("lock")).isNotEmptyFile();
        assertThat(run.holder()).isNull();
        run.lock().close();
    }

    @Test
    void f7_aProcessIdUsedAgainIsNotTheHolder() throws IOException {
        RunDirectory run = Samples.fill(RunDirectory.create(runs, "one"));
        Files.writeString(
                run.path().resolve("lock"),
                "{\"pid\":" + ProcessHandle.current().pid() + ",\"started\":\"" + Instant.EPOCH + "\",\"since\":\""
                        + Instant.EPOCH + "\"}");
        assertThat(run.holder()).isNull();
        run.lock().close();
        for (String damage : List.of("", "{", "\0\0\0")) {
            Files.writeString(run.path().resolve("lock"), damage);
            assertThat(run.holder()).isNull();
            run.lock().close();
        }
    }
}
