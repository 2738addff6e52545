package org.crease.trainer;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.crease.runlog.FindingEntry;
import org.crease.runlog.RunDirectory;
import org.crease.trainer.config.Config;
import org.crease.trainer.config.Configs;
import org.crease.trainer.data.library.DatasetLibrary;
import org.crease.trainer.data.library.Progress;
import org.crease.trainer.training.TrainingObserver;
import org.crease.trainer.training.TrainingRun;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page {@code docs/extending.md} and its example project: compiled, loaded as a jar would be, and run. */
class ExtendingTest {
    private static final Path DOCS = Path.of("..", "docs");
    private static final Path EXAMPLE = DOCS.resolve("examples/dead-units");
    private static final Pattern LINK_OR_BLOCK =
            Pattern.compile("\\]\\((examples/[^)]+)\\)|```(java|yaml|text)\\n(.*?)```", Pattern.DOTALL);

    @TempDir
    private static Path classes;

    @TempDir
    private Path folder;

    @BeforeAll
    static void compile() throws IOException {
        JavaCompiler compiler = requireNonNull(ToolProvider.getSystemJavaCompiler(), "tests need a JDK");
        List<Path> sources = files(EXAMPLE.resolve("src/main/java"));
        List<String> options = List.of(
                "-d",
                classes.toString(),
                "--release",
                "17",
                "-proc:none",
                "-Xlint:all,-classfile,-options,-path",
                "-Werror",
                "-cp",
                System.getProperty("java.class.path"));
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            boolean compiled = compiler.getTask(
                            new OutputStreamWriter(messages, StandardCharsets.UTF_8),
                            manager,
                            null,
                            options,
                            null,
                            manager.getJavaFileObjectsFromPaths(sources))
                    .call();
            assertThat(compiled).as(messages.toString(StandardCharsets.UTF_8)).isTrue();
        }
        Path resources = EXAMPLE.resolve("src/main/resources");
        for (Path resource : files(resources)) {
            Path copy = classes.resolve(resources.relativize(resource).toString());
            Files.createDirectories(requireNonNull(copy.getParent()));
            Files.copy(resource, copy);
        }
    }

    private static List<Path> files(Path root) throws IOException {
        try (var files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static <T> T withExample(Callable<T> work) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        URL[] jar = {classes.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(jar, ExtendingTest.class.getClassLoader())) {
            thread.setContextClassLoader(loader);
            return work.call();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Test
    void aProbeOnTheClassPathIsFoundByItsNameInYaml() throws Exception {
        RunDirectory run = withExample(() -> {
            Config config = Configs.read(
                    EXAMPLE.resolve("dead-units.yaml"), List.of("training.epochs=1", "training.batch-size=100"));
            return TrainingRun.start(
                            config,
                            Path.of("."),
                            folder,
                            new TrainingRun.Surroundings(
                                    DatasetLibrary.standard(),
                                    Progress.SILENT,
                                    new TrainingObserver() {},
                                    InstantSource.system()))
                    .run()
                    .directory();
        });
        List<FindingEntry> dead = run.findings().entries().stream()
                .filter(entry -> entry.probe().equals("dead-units"))
                .toList();
        assertThat(dead).extracting(FindingEntry::layer).contains("dense-1", "dense-2", "output");
        for (FindingEntry entry : dead) {
            assertThat(requireNonNull(entry.summary().get("dead_share"))).isBetween(0.0, 1.0);
            assertThat(run.findings().read(entry).arrays()).containsOnlyKeys("largest");
        }
        assertThat(run.config()).contains("dead-units:\n", "at-most: ");
    }

    @Test
    void theListenerOfTheExamplePrintsWhatItFinds() throws Exception {
        String printed = withExample(() -> {
            PrintStream before = System.out;
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (PrintStream captured = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
                System.setOut(captured);
                Class<?> main = Class.forName(
                        "org.example.deadunits.Main",
                        true,
                        Thread.currentThread().getContextClassLoader());
                main.getMethod("main", String[].class).invoke(null, (Object) new String[0]);
            } finally {
                System.setOut(before);
            }
            return bytes.toString(StandardCharsets.UTF_8);
        });
        assertThat(printed.lines().map(line -> line.replaceAll(" \\{.*", "")))
                .containsExactly(
                        "step 100 wide dead-units",
                        "step 100 narrow dead-units",
                        "step 100 classes dead-units",
                        "step 100 wide rank",
                        "step 100 narrow rank",
                        "step 100 classes rank",
                        "step 200 wide dead-units",
                        "step 200 narrow dead-units",
                        "step 200 classes dead-units",
                        "step 200 wide rank",
                        "step 200 narrow rank",
                        "step 200 classes rank");
        assertThat(printed).contains("{dead_share=").contains("rank_mean=");
    }

    @Test
    void everySnippetOfThePageStandsInTheFileThatItNames() throws IOException {
        Matcher matcher = LINK_OR_BLOCK.matcher(Files.readString(DOCS.resolve("extending.md")));
        String file = "";
        int snippets = 0;
        while (matcher.find()) {
            if (matcher.group(1) != null) {
                file = matcher.group(1);
                assertThat(DOCS.resolve(file)).exists();
            } else {
                String text = Files.readString(DOCS.resolve(file));
                assertThat(unindented(text)).as(file).contains(unindented(matcher.group(3)));
                snippets++;
            }
        }
        assertThat(snippets).isEqualTo(6);
    }

    private static String unindented(String text) {
        return text.lines().map(String::strip).reduce("", (all, line) -> all + line + "\n");
    }

    @Test
    void theExampleAsksForThisVersion() throws IOException {
        String version = version(Files.readString(Path.of("..", "pom.xml")), "crease");
        String example = Files.readString(EXAMPLE.resolve("pom.xml"));
        assertThat(version(example, "crease")).isEqualTo(version);
    }

    private static String version(String pom, String artifact) {
        Matcher matcher = Pattern.compile("<artifactId>" + artifact + "</artifactId>\\s*<version>([^<]+)</version>")
                .matcher(pom);
        assertThat(matcher.find()).as(artifact).isTrue();
        return matcher.group(1);
    }
}
