package org.crease.inspector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.crease.inspector.logs.ForeignLogs;
import org.crease.inspector.logs.LogResources;
import org.crease.inspector.web.Query;
import org.crease.inspector.web.RefusedException;
import org.crease.runlog.logdir.LoggedRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A log directory that PyTorch's SummaryWriter wrote, beside a run of ours. */
class LogPageTest {
    private static final Path PYTORCH = Path.of("..", "runlog", "src", "test", "resources", "tensorboard", "log");

    @TempDir
    private Path directory;

    @BeforeEach
    void write() throws IOException {
        SampleRun.write(directory, "ours", "continuous");
        try (Stream<Path> files = Files.walk(PYTORCH)) {
            for (Path file : files.toList()) {
                Files.copy(
                        file,
                        directory
                                .resolve("torch")
                                .resolve(PYTORCH.relativize(file).toString()));
            }
        }
    }

    private JsonNode ask(String path, Map<String, String> parameters) {
        var resource = Objects.requireNonNull(
                LogResources.of(new ForeignLogs(directory)).get(path));
        return JsonMapper.shared()
                .readTree(new String(resource.answer(new Query(parameters)).body(), StandardCharsets.UTF_8));
    }

    @Test
    void logsOfOthersAreListedAndOursAreNot() {
        List<String> names =
                new ForeignLogs(directory).list().stream().map(LoggedRun::name).toList();

        assertThat(names)
                .containsExactly(
                        "torch/mlp",
                        "torch/mlp/both_a",
                        "torch/mlp/both_b",
                        "torch/mlp/trial",
                        "torch/resumed",
                        "torch/tensors");
        assertThat(new ForeignLogs(directory.resolve("later")).list()).isEmpty();
    }

    @Test
    void scalarsAreThoseThatPyTorchLogged() {
        JsonNode loss = ask("/api/log-scalars", Map.of("log", "torch/mlp", "tag", "Loss/train"));

        assertThat(loss.get("step").size()).isEqualTo(10);
        for (int i = 0; i < 10; i++) {
            assertThat(loss.get("step").get(i).asInt()).isEqualTo(5 * i);
            assertThat(loss.get("value").get(i).asDouble()).isCloseTo(1 / (1 + 5.0 * i), within(1e-7));
        }
    }

    @Test
    void n1_whatIsNotListedIsNotOpened() {
        for (String name : List.of("..", "torch/../ours", "ours", "/etc", "torch/mlp/")) {
            assertThatThrownBy(() -> ask("/api/log", Map.of("log", name)))
                    .isInstanceOf(RefusedException.class)
                    .hasMessage("there is no log of that name");
        }
        assertThatThrownBy(() -> ask("/api/log-scalars", Map.of("log", "torch/mlp", "tag", "no such")))
                .isInstanceOf(RefusedException.class);
    }

    @Test
    void thePageShowsItsScalarsAndHistograms() {
        try (Inspector inspector = Inspector.onLoopback(directory);
                Browser browser = Browser.open()) {
            browser.go(inspector.address());
            assertThat(browser.all("tr[data-log]")).hasSize(6);
            browser.find("tr[data-log='torch/mlp'] a").click();

            assertThat(browser.find("[data-line='Loss/train']").getDomAttribute("d"))
                    .startsWith("M");
            assertThat(browser.all("figure[data-tag] rect[fill-opacity]")).isNotEmpty();
            browser.screenshot("log");
        }
    }
}
