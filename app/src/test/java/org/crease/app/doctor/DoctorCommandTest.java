package org.crease.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crease.app.terminal.Captured;
import org.crease.app.terminal.Screen;
import org.crease.gpu.DriverReport;
import org.crease.trainer.device.CardReport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class DoctorCommandTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path root;

    @BeforeEach
    void setHome() {
        System.setProperty(
                "crease.home", Path.of("..").toAbsolutePath().normalize().toString());
    }

    private int run(Captured captured, String... words) {
        Machine bare = new Machine(System.getProperties(), Map.of(), root, command -> Optional.empty());
        Graphics none = new Graphics(
                CardReport::noDriver,
                () -> List.of(
                        new DriverReport("OpenCL", List.of(), "OpenCL's library (libOpenCL) is not on this machine")),
                false,
                Optional::empty);
        return new CommandLine(new DoctorCommand(captured.terminal(), bare, none)).execute(words);
    }

    @Test
    void theDiagnosisIsATable() {
        Captured table = new Captured(new Screen(false, false, true, 80));
        assertThat(run(table, "--runs", root.resolve("runs").toString())).isZero();
        assertThat(table.out()).contains("– missing  CUDA").endsWith("Crease can work here." + System.lineSeparator());
        assertThat(table.out().lines()).anyMatch(line -> line.startsWith("✓ ok       Java"));
    }

    @Test
    void theDiagnosisIsJsonForPrograms() {
        Captured json = new Captured(Screen.PLAIN);
        assertThat(run(json, "--json", "--runs", root.toString())).isZero();
        assertThat(json.out()).contains("\"healthy\" : true", "\"state\" : \"missing\"");
    }

    @Test
    void aProblemIsAFailure() {
        Captured captured = new Captured(Screen.PLAIN);
        assertThat(run(captured, "--runs", Path.of("pom.xml", "runs").toString()))
                .isEqualTo(1);
        assertThat(captured.out()).contains("pom.xml is not a directory").contains("One problem stands in the way.");
    }

    @Test
    void problemsAreCountedInWords() {
        Result bad = Result.problem("X", "broken", "mend it");
        assertThat(Diagnosis.of(List.of(bad)).lines(Screen.PLAIN)).endsWith("One problem stands in the way.");
        assertThat(Diagnosis.of(List.of(bad, bad)).lines(Screen.PLAIN)).endsWith("2 problems stand in the way.");
    }
}
