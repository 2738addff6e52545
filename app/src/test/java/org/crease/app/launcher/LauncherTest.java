package org.crease.app.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.crease.app.launcher.Sandbox.Outcome;
import org.crease.app.launcher.Sandbox.Running;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LauncherTest {

    @SuppressWarnings("NullAway.Init") // set before each test
    private Sandbox sandbox;

    @BeforeEach
    void makeCheckout(@TempDir Path folder) throws IOException {
        sandbox = new Sandbox(folder.toRealPath());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sh", "dash", "bash"})
    void buildsOnFirstUseThenPassesItsWordsOn(String shell) throws IOException, InterruptedException {
        assumeTrue(Files.exists(sandbox.base.resolve("tools/" + shell)), "no " + shell + " here");
        sandbox.withMaven().withJava("17.0.15").shell = shell;
        Outcome first = sandbox.run("train", "my config.yaml", "--set", "name=*");
        assertThat(first.err())
                .isEqualTo(
                        "crease: building for the first time; takes a minute, and longer where Maven must download\n");
        assertThat(first.status()).isZero();
        assertThat(first.out()).contains("<org.crease.app.Main>\n<train>\n<my config.yaml>\n<--set>\n<name=*>\n");
        Outcome second = sandbox.run("train");
        assertThat(second.err()).isEmpty();
        assertThat(sandbox.mavenCalls()).hasSize(1);
    }

    @Test
    void startsJavaWithFlagsOfItsVersion() throws IOException, InterruptedException {
        String on17 = sandbox.withMaven().withJava("17.0.15").run("train").out();
        assertThat(on17)
                .contains("<-Djdk.serialFilter=!*>", "<-Dcrease.home=" + sandbox.root + ">", "<-Dcrease.terminal=>")
                .contains("classes-17.0.15+1.jsa>")
                .contains("OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1")
                .doesNotContain("enable-native-access", "TieredStopAtLevel");
        String on25 = sandbox.withJava("25").run("doctor").out();
        assertThat(on25)
                .contains("<--enable-native-access=ALL-UNNAMED>", "<--sun-misc-unsafe-memory-access=allow>")
                .contains("<-XX:TieredStopAtLevel=1>");
        assertThat(sandbox.mavenCalls()).hasSize(1);
    }

    @Test
    void homologyHasAnArchiveAndACollectorOfItsOwn() throws IOException, InterruptedException {
        String homology =
                sandbox.withMaven().withJava("17.0.15").run("homology", "a.txt").out();
        assertThat(homology)
                .contains("homology-17.0.15+1.jsa>", "<-XX:+UseSerialGC>", "<homology>\n<a.txt>\n")
                .contains("<-XX:FreqInlineSize=35>", "<-XX:Tier4BackEdgeThreshold=400000>")
                .doesNotContain("UseParallelGC", "TieredStopAtLevel");
        sandbox.environment.put("CREASE_JAVA_OPTS", "-XX:+UseZGC");
        assertThat(sandbox.run("homology", "a.txt").out())
                .contains("<-XX:+UseZGC>")
                .doesNotContain("SerialGC");
    }

    @Test
    void theArchiveOfHomologyHoldsProfilesWhereJavaCan() throws IOException, InterruptedException {
        String on25 =
                sandbox.withMaven().withJava("25").run("homology", "a.txt").out();
        assertThat(on25)
                .containsPattern("<-XX:AOTCache=.*/homology-25\\+1\\.aot>")
                .doesNotContain("SharedArchiveFile");
        assertThat(sandbox.run("doctor").out()).containsPattern("<-XX:SharedArchiveFile=.*/classes-25\\+1\\.jsa>");
        try (Stream<Path> kept = Files.walk(sandbox.root.resolve("target/crease"))) {
            assertThat(kept.map(file -> file.getFileName().toString()))
                    .contains("homology-25+1.aot", "classes-25+1.jsa")
                    .noneMatch(name -> name.endsWith(".list") || name.contains(".data"));
        }
    }

    @Test
    void sweepsHaveAnArchiveOfTheirOwnAndACompilerThatWaits() throws IOException, InterruptedException {
        sandbox.withMaven().withJava("17.0.15");
        assertThat(sandbox.run("sweep", "a.sweep.yaml").out())
                .contains("sweep-17.0.15+1.jsa>", "<-XX:Tier4BackEdgeThreshold=400000>", "<sweep>\n<a.sweep.yaml>\n")
                .doesNotContain("TieredStopAtLevel");
        assertThat(sandbox.run("reproduce", "paper").out())
                .contains("classes-17.0.15+1.jsa>", "<-XX:Tier4BackEdgeThreshold=400000>");
        assertThat(sandbox.run("train").out()).doesNotContain("Tier4");
    }

    @Test
    void keepsTheUsersThreadsAndOptions() throws IOException, InterruptedException {
        sandbox.environment.put("OMP_NUM_THREADS", "4");
        sandbox.environment.put("CREASE_JAVA_OPTS", "-Xmx8g -Dx=*");
        assertThat(sandbox.withMaven().withJava("17.0.15").run().out())
                .contains("OMP_NUM_THREADS=4 OPENBLAS_NUM_THREADS=4", "<-Xmx8g>\n<-Dx=*>");
    }

    @Test
    void addsTheUsersJarsToTheClassPath() throws IOException, InterruptedException {
        String own = classPath(sandbox.withMaven().withJava("17.0.15").run());
        sandbox.environment.put("CREASE_CLASSPATH", "my probes.jar:other.jar");
        assertThat(classPath(sandbox.run())).isEqualTo(own + ":my probes.jar:other.jar");
    }

    @Test
    void worksThroughSymbolicLinksFromAnyDirectory() throws IOException, InterruptedException {
        Path elsewhere = Files.createDirectories(sandbox.base.resolve("else where"));
        Path absolute = Files.createSymbolicLink(elsewhere.resolve("one"), sandbox.root.resolve("crease"));
        Path relative = Files.createSymbolicLink(elsewhere.resolve("two"), absolute.getFileName());
        Outcome outcome = sandbox.withMaven().withJava("17.0.15").runAs(relative, elsewhere);
        assertThat(outcome.out()).contains("<-Dcrease.home=" + sandbox.root + ">");
        assertThat(sandbox.runAs(Path.of("two"), elsewhere).out()).isEqualTo(outcome.out());
        assertThat(sandbox.runAs(Path.of("crease"), sandbox.root).out()).isEqualTo(outcome.out());
    }

    @Test
    void buildsAgainWhenASourceIsNewer() throws IOException, InterruptedException {
        sandbox.withMaven().withJava("17.0.15").run();
        Thread.sleep(20);
        Sandbox.write(sandbox.root.resolve("app/src/main/Other.java"), "");
        assertThat(sandbox.run().err()).isEqualTo("crease: sources have changed; building\n");
        assertThat(sandbox.run().err()).isEmpty();
        assertThat(sandbox.mavenCalls()).hasSize(2);
    }

    @Test
    void aBuildLeavesTheFilesOfTheOneBeforeAlone() throws IOException, InterruptedException {
        String before = classPath(sandbox.withMaven().withJava("17.0.15").run());
        Thread.sleep(20);
        Sandbox.write(sandbox.root.resolve("app/src/main/Other.java"), "");
        String after = classPath(sandbox.run());
        assertThat(after).isNotEqualTo(before);
        assertThat(List.of(before.split(":"))).hasSize(3).allMatch(jar -> Files.exists(Path.of(jar)));
    }

    @Test
    void twoAtOnceBuildOnce() throws IOException, InterruptedException {
        sandbox.environment.put("MAVEN_SLEEPS", "1");
        sandbox.withMaven().withJava("17.0.15");
        Running one = sandbox.start(sandbox.root.resolve("crease"), sandbox.base, "doctor");
        Running two = sandbox.start(sandbox.root.resolve("crease"), sandbox.base, "doctor");
        assertThat(List.of(Sandbox.finish(one), Sandbox.finish(two))).allMatch(outcome -> outcome.status() == 0);
        assertThat(sandbox.mavenCalls()).hasSize(1);
        assertThat(sandbox.root.resolve("target/crease/lock")).doesNotExist();
    }

    @Test
    void theLockOfADeadProcessIsTakenAway() throws IOException, InterruptedException {
        Process dead = new ProcessBuilder("sh", "-c", "exit 0").start();
        dead.waitFor();
        Sandbox.write(sandbox.root.resolve("target/crease/lock"), dead.pid() + "\n");
        assertThat(sandbox.withMaven().withJava("17.0.15").run().status()).isZero();
    }

    @Test
    void showsTheEndOfAFailedBuild() throws IOException, InterruptedException {
        sandbox.environment.put("MAVEN_FAILS", "cannot find symbol");
        Outcome outcome = sandbox.withMaven().withJava("17.0.15").run("doctor");
        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains("[ERROR] cannot find symbol", "crease: the build failed", "build.log");
        sandbox.environment.remove("MAVEN_FAILS");
        assertThat(sandbox.run("doctor").status()).isZero();
    }

    @Test
    void saysThatThereIsNoJdk() throws IOException, InterruptedException {
        Outcome outcome = sandbox.withMaven().run("doctor");
        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err())
                .startsWith("crease: a JDK of version 17 or newer is needed, and none was found.")
                .contains("JAVA_HOME is not set, and there is no java on the PATH.");
    }

    @Test
    void saysWhyAJavaDoesNotServe() throws IOException, InterruptedException {
        Outcome old = sandbox.withMaven().withJava("11.0.2").run("doctor");
        assertThat(old.err()).contains("JAVA_HOME: Java 11 in ", " is too old");
        sandbox.withJava("21");
        Files.delete(sandbox.base.resolve("jdk 21/bin/javac"));
        assertThat(sandbox.run("doctor").err()).contains("Java 21 in ", "has no compiler (a JRE, not a JDK)");
        sandbox.environment.put("JAVA_HOME", "/nowhere");
        assertThat(sandbox.run("doctor").err()).contains("JAVA_HOME: no Java in /nowhere");
    }

    @Test
    void findsAJdkThroughTheLinksOfThePath() throws IOException, InterruptedException {
        Path bin = Files.createDirectories(sandbox.base.resolve("bin"));
        Files.createSymbolicLink(bin.resolve("java"), sandbox.jdk("17.0.15").resolve("bin/java"));
        sandbox.environment.merge("PATH", bin.toString(), (old, added) -> old + ":" + added);
        assertThat(sandbox.withMaven().run("doctor").status()).isZero();
        assertThat(sandbox.mavenCalls().get(0))
                .startsWith(sandbox.base.resolve("jdk 17.0.15").toString());
    }

    @Test
    void takesTheJavaThatIsFirstOnThePathNow() throws IOException, InterruptedException {
        String tools = sandbox.environment.get("PATH");
        Path older = sandbox.jdk("17.0.15").resolve("bin");
        Path newer = sandbox.jdk("25.0.3").resolve("bin");
        sandbox.environment.put("PATH", tools + ":" + older);
        sandbox.withMaven().run("doctor");
        assertThat(sandbox.run("doctor").out()).doesNotContain("--enable-native-access");
        sandbox.environment.put("PATH", newer + ":" + sandbox.environment.get("PATH"));
        assertThat(sandbox.run("doctor").out()).contains("--enable-native-access");
        Files.delete(newer.resolve("java"));
        assertThat(sandbox.run("doctor").out()).doesNotContain("--enable-native-access");
        sandbox.environment.put("JAVA_HOME", newer.resolveSibling("nowhere").toString());
        assertThat(sandbox.run("doctor").out()).doesNotContain("--enable-native-access");
    }

    @Test
    void saysThatThereIsNoMaven() throws IOException, InterruptedException {
        Outcome outcome = sandbox.withJava("17.0.15").run("doctor");
        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err()).startsWith("crease: Maven 3.8 or newer is needed to build");
        assertThat(sandbox.root.resolve("target/crease/lock")).doesNotExist();
    }

    private static String classPath(Outcome outcome) {
        List<String> words = outcome.out().lines().toList();
        return words.get(words.indexOf("<-cp>") + 1).replaceAll("[<>]", "");
    }
}
