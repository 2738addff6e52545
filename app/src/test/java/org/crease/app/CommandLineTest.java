package org.crease.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.crease.app.terminal.Captured;
import org.crease.app.terminal.Screen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineTest {

    private final Captured captured = new Captured(Screen.PLAIN);

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    @BeforeEach
    void setHome() {
        System.setProperty(
                "crease.home", Path.of("..").toAbsolutePath().normalize().toString());
    }

    private int run(String... words) {
        return CommandLines.crease(captured.terminal()).execute(words);
    }

    @Test
    void withoutWordsItShowsItsHelp() {
        assertThat(run()).isZero();
        assertThat(captured.out())
                .startsWith("Crease trains neural networks")
                .contains(
                        "\nExperiments\n  train ",
                        "\n  replay ",
                        "\n  config ",
                        "\nThis machine\n  doctor ",
                        "\nExit status ")
                .doesNotContain("\u001b");
    }

    @Test
    void everyCommandHasHelpWithExamples() {
        for (String command :
                List.of("train", "replay", "config", "datasets", "homology", "diagram-distance", "doctor")) {
            Captured own = new Captured(Screen.PLAIN);
            assertThat(CommandLines.crease(own.terminal()).execute(command, "--help"))
                    .isZero();
            assertThat(own.out()).contains("Usage   crease " + command, "Examples\n  $ crease " + command);
        }
    }

    @Test
    void aCommandThatIsNamedIsTheOnlyOneMade() {
        assertThat(CommandLines.crease(captured.terminal(), "doctor", "--json").getSubcommands())
                .containsOnlyKeys("doctor");
        assertThat(CommandLines.crease(captured.terminal(), "doctr").getSubcommands())
                .containsKeys("train", "homology", "doctor");
    }

    @Test
    void helpHasColourWhereTheScreenHas() {
        Captured colourful = new Captured(new Screen(true, true, true, 80));
        CommandLines.crease(colourful.terminal()).execute("--help");
        assertThat(colourful.out()).contains("\u001b[1mUsage");
    }

    @Test
    void theVersionIsMavens() {
        assertThat(run("--version")).isZero();
        assertThat(captured.out()).matches("crease [0-9]+\\.[0-9]+\\.[0-9]+\\R");
    }

    @Test
    void l4_anUnknownWordIsTheUsersMistake() {
        assertThat(run("doctr")).isEqualTo(2);
        assertThat(captured.err())
                .isEqualTo("crease: unknown command 'doctr'; did you mean doctor? (see crease --help)\n");
        assertThat(captured.out()).isEmpty();
    }

    @Test
    void l4_anUnknownOptionIsTheUsersMistake() {
        assertThat(run("doctor", "--jsno")).isEqualTo(2);
        assertThat(captured.err())
                .isEqualTo("crease: unknown option '--jsno'; did you mean --json? (see crease doctor --help)\n");
    }

    @Test
    void l4_errorsAreJsonWhereJsonWasAskedFor() {
        assertThat(run("datasets", "fetch", "\u00e9", "--json")).isEqualTo(2);
        assertThat(captured.err())
                .startsWith("{\"errors\":[\"no data set is called '\\u00E9'; known: ")
                .endsWith("],\"status\":2}\n");
        assertThat(run("config", "check", "--json")).isEqualTo(2);
        assertThat(captured.err()).contains("{\"errors\":[\"missing required parameter: 'CONFIG'");
    }

    @Test
    void aWrongConfigurationIsReportedLineByLine() throws IOException {
        Path file = Files.writeString(folder.resolve("a.yaml"), "name: a\nsed: 1\n");
        assertThat(run("config", "check", file.toString())).isEqualTo(2);
        assertThat(captured.err().lines()).isNotEmpty().allMatch(line -> line.startsWith("crease: " + file + ":"));
        assertThat(captured.err()).doesNotContain("\tat ");
    }

    @Test
    void stackTracesComeWithDebugAlone() {
        assertThat(run("config", "check", "nowhere.yaml", "--debug")).isEqualTo(2);
        assertThat(captured.err()).startsWith("crease: nowhere.yaml").contains("\tat org.crease.");
        System.clearProperty("crease.log.ours");
        System.clearProperty("crease.log.libraries");
        System.clearProperty("crease.log.console");
    }

    @Test
    void aShippedConfigurationIsRightAndShown() {
        String config = "../configs/quickstart.yaml";
        assertThat(run("config", "check", config, "--set", "probes=[]")).isZero();
        assertThat(run("config", "check", config, "--set", "probes=[]", "--json"))
                .isZero();
        assertThat(run("config", "show", config, "--set", "probes=[]", "--set", "seed=7"))
                .isZero();
        assertThat(run("config", "show", config, "--set", "probes=[]", "--json"))
                .isZero();
        assertThat(captured.out())
                .startsWith("right  ../configs/quickstart.yaml (run quickstart)\n")
                .contains("\"valid\" : true", "\nseed: 7\n", "\"seed\" : 1,");
    }

    @Test
    void theSchemaIsJson() {
        assertThat(run("config", "schema")).isZero();
        assertThat(captured.out()).startsWith("{").contains("\"$schema\"");
        assertThat(run("config")).isZero();
        assertThat(captured.out()).contains("Usage   crease config");
    }

    @Test
    void dataSetsAreListedAndVerified() {
        assertThat(run("datasets")).isZero();
        assertThat(run("datasets", "list", "--json")).isZero();
        assertThat(run("datasets", "verify", "digits")).isZero();
        assertThat(run("datasets", "verify", "digits", "--json")).isZero();
        assertThat(run("datasets", "fetch", "digits")).isZero();
        assertThat(captured.out())
                .contains("name ", "digits ", "\"name\" : \"digits\"", "ok  digits", "\"right\" : true");
    }

    @Test
    void l2_languageDoesNotMatter() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(run("datasets", "LIST")).isEqualTo(2);
            assertThat(run("datasets", "list")).isZero();
            assertThat(captured.out()).contains("258.5 KiB");
        } finally {
            Locale.setDefault(before);
        }
    }

    private String loadedClasses(String firstWords, String... words) throws IOException, InterruptedException {
        Path log = folder.resolve("classes.log");
        Path out = folder.resolve("out");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load:file=" + log,
                "-cp",
                System.getProperty("java.class.path"),
                "org.crease.app.Main"));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        assertThat(Files.readString(out)).startsWith(firstWords);
        return Files.readString(log);
    }

    @Test
    void helpAndHomologyLoadNeitherArraysNorNetworks() throws IOException, InterruptedException {
        String points =
                Files.writeString(folder.resolve("points.txt"), "0 0\n3 4\n").toString();
        assertThat(loadedClasses("Crease trains", "--help")
                        + loadedClasses("point cloud", "homology", points)
                        + loadedClasses("{\"field\":2,", "homology", points, "--json"))
                .contains("org.crease.app.Main", "org.crease.homology.VietorisRips")
                .doesNotContain(
                        "org.nd4j.", "org.deeplearning4j.", "org.bytedeco.", "org.apache.logging.", "tools.jackson.");
    }

    @Test
    void homologyLoadsWhatItIsAskedForAlone() throws IOException, InterruptedException {
        String points =
                Files.writeString(folder.resolve("points.txt"), "0 0\n3 4\n").toString();
        assertThat(loadedClasses("point cloud", "homology", points, "--dim", "1"))
                .contains("org.crease.app.homology.RipsJob")
                .doesNotContain(
                        "java.util.Formatter",
                        "homology.ComplexOptions",
                        "homology.BudgetOptions",
                        "homology.RepresentativeOptions",
                        "homology.StandIn",
                        "homology.AlphaJob",
                        "homology.CubicalJob",
                        "org.crease.homology.complex.",
                        "org.crease.homology.representative.Verification");
    }
}
