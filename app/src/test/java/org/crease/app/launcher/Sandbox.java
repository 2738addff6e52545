package org.crease.app.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A checkout with the real launcher and nothing else: Java prints how it was started, Maven writes down that it was
 * called and makes an empty jar. The PATH holds only the few tools that the launcher may use.
 */
final class Sandbox {

    private static final List<String> TOOLS = List.of(
            "sh",
            "dash",
            "awk",
            "bash",
            "cat",
            "cp",
            "date",
            "find",
            "mkdir",
            "mv",
            "readlink",
            "rm",
            "sed",
            "sleep",
            "stty",
            "tail",
            "touch");

    private static final String JAVA = """
            #!/bin/sh
            for last in "$@"; do :; done
            for word in "$@"; do
                case $word in
                    -XX:ArchiveClassesAtExit=*) echo archive > "${word#*=}"; exit 0 ;;
                    -XX:AOTCacheOutput=*) [ -s "$last" ] || exit 1; echo archive > "${word#*=}"; exit 0 ;;
                    -XX:DumpLoadedClassList=*) echo classes > "${word#*=}"; exit 0 ;;
                    -XX:SharedClassListFile=*) [ -s "${word#*=}" ] || exit 1 ;;
                    -Xshare:dump) dump=yes ;;
                    -XX:SharedArchiveFile=*) [ -z "${dump-}" ] || { echo archive > "${word#*=}"; exit 0; } ;;
                esac
            done
            for word in "$@"; do echo "<$word>"; done
            echo "OMP_NUM_THREADS=$OMP_NUM_THREADS OPENBLAS_NUM_THREADS=$OPENBLAS_NUM_THREADS"
            """;

    private static final String MAVEN = """
            #!/bin/sh
            echo "$JAVA_HOME $*" >> "%1$s/maven-calls"
            [ -z "${MAVEN_SLEEPS-}" ] || sleep "$MAVEN_SLEEPS"
            [ -z "${MAVEN_FAILS-}" ] || { echo "[ERROR] $MAVEN_FAILS"; exit 1; }
            mkdir -p "%2$s/app/target/launcher" "%2$s/homology/target/launcher"
            : > "%2$s/app/target/launcher/app-0.1.0.jar"
            : > "%2$s/homology/target/launcher/homology-0.1.0.jar"
            : > "%1$s/library.jar"
            printf '%%s' "%2$s/homology/target/launcher/homology-0.1.0.jar:%1$s/library.jar" \\
                > "%2$s/app/target/launcher/classpath"
            """;

    final Path base;
    final Path root;
    final Map<String, String> environment = new LinkedHashMap<>();
    String shell = "sh";

    /** A launcher at work, and where its words go. */
    record Running(Process process, Path out, Path err) {}

    /** What a process did. */
    record Outcome(int status, String out, String err) {}

    Sandbox(Path base) throws IOException {
        this.base = base;
        root = Files.createDirectories(base.resolve("a checkout"));
        Files.copy(Path.of("..", "crease"), root.resolve("crease"));
        executable(root.resolve("crease"));
        write(root.resolve("pom.xml"), "");
        write(root.resolve("app/pom.xml"), "");
        write(root.resolve("app/src/main/Main.java"), "");
        age(root);
        Path tools = Files.createDirectories(base.resolve("tools"));
        for (String tool : TOOLS) {
            pass(tools, tool);
        }
        environment.put("PATH", tools.toString());
    }

    Sandbox withMaven() throws IOException {
        Path bin = base.resolve("maven");
        script(bin.resolve("mvn"), MAVEN.formatted(base, root));
        environment.merge("PATH", bin.toString(), (old, added) -> old + ":" + added);
        return this;
    }

    /** A Java that is found through JAVA_HOME. */
    Sandbox withJava(String version) throws IOException {
        environment.put("JAVA_HOME", jdk(version).toString());
        return this;
    }

    Path jdk(String version) throws IOException {
        Path home = base.resolve("jdk " + version);
        script(home.resolve("bin/java"), JAVA);
        script(home.resolve("bin/javac"), "#!/bin/sh\n");
        write(
                home.resolve("release"),
                "IMPLEMENTOR=\"Nobody\"\nJAVA_RUNTIME_VERSION=\"" + version + "+1\"\nJAVA_VERSION=\"" + version
                        + "\"\n");
        return home;
    }

    Outcome run(String... arguments) throws IOException, InterruptedException {
        return runAs(root.resolve("crease"), base, arguments);
    }

    Outcome runAs(Path launcher, Path directory, String... arguments) throws IOException, InterruptedException {
        return finish(start(launcher, directory, arguments));
    }

    Running start(Path launcher, Path directory, String... arguments) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(base.resolve("tools/" + shell).toString(), launcher.toString()));
        command.addAll(Arrays.asList(arguments));
        Path out = Files.createTempFile(base, "out", "");
        Path err = Files.createTempFile(base, "err", "");
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.redirectOutput(out.toFile()).redirectError(err.toFile());
        return new Running(builder.start(), out, err);
    }

    static Outcome finish(Running running) throws IOException, InterruptedException {
        if (!running.process().waitFor(60, TimeUnit.SECONDS)) {
            running.process().destroyForcibly();
            throw new AssertionError("the launcher did not end");
        }
        return new Outcome(running.process().exitValue(), read(running.out()), read(running.err()));
    }

    List<String> mavenCalls() throws IOException {
        Path calls = base.resolve("maven-calls");
        return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
    }

    private static void pass(Path folder, String tool) throws IOException {
        for (String path : System.getenv("PATH").split(":", -1)) {
            Path real = Path.of(path, tool);
            if (Files.isExecutable(real)) {
                script(folder.resolve(tool), "#!/bin/sh\nexec " + real + " \"$@\"\n");
                return;
            }
        }
    }

    /** Makes sources a minute old, so that what is built now is newer whatever the clock's grain. */
    private static void age(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofMinutes(1))));
            }
        }
    }

    static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, text);
    }

    private static void script(Path file, String text) throws IOException {
        write(file, text);
        executable(file);
    }

    private static void executable(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }
}
