package org.crease.trainer.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every configuration in {@code configs/} is right, says what one will see, and survives being written. */
class ShippedConfigsTest {

    static Stream<Path> configs() throws IOException {
        return Shipped.configs().stream();
    }

    private static Config read(String name) {
        return Configs.read(Shipped.CONFIGS.resolve(name), List.of(), Shipped.probes());
    }

    @ParameterizedTest
    @MethodSource("configs")
    void isRight(Path file) {
        Config config = Configs.read(file, List.of(), Shipped.probes());
        assertThat(config.name() + ".yaml").isEqualTo(file.getFileName().toString());
        boolean ofPaper = file.startsWith(Shipped.CONFIGS.resolve("papers"));
        assertThat(config.probes())
                .extracting(ProbeConfig::name)
                .startsWith(ofPaper ? new String[] {"rank"} : new String[] {"rank", "topology"});
        assertThat(Configs.parse(
                        Configs.write(config, Shipped.probes()),
                        "written",
                        Shipped.CONFIGS,
                        List.of(),
                        Shipped.probes()))
                .isEqualTo(config);
    }

    @ParameterizedTest
    @MethodSource("configs")
    void namesItsSchemaAndSaysWhatOneSees(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        String prefix = "# yaml-language-server: $schema=";
        assertThat(lines.get(0)).startsWith(prefix);
        Path schema = file.resolveSibling(lines.get(0).substring(prefix.length()));
        assertThat(schema.normalize()).isEqualTo(Shipped.CONFIGS.resolve("schema.json"));
        assertThat(lines.get(1)).startsWith("# ");
    }

    @Test
    void thereIsOneForEveryShape() throws IOException {
        List<DataConfig.Shape> shapes = new ArrayList<>();
        for (Path file : Shipped.configs()) {
            if (Configs.read(file, List.of(), Shipped.probes()).task().data() instanceof DataConfig.Toy toy) {
                shapes.add(toy.shape());
            }
        }
        assertThat(shapes).contains(DataConfig.Shape.values());
    }

    @Test
    void twinsDifferInTheTargetAlone() {
        assertTwins("quickstart.yaml", "quickstart-continuous.yaml");
        assertTwins("mnist.yaml", "mnist-continuous.yaml");
        assertTwins("toys/function.yaml", "toys/function-discretized.yaml");
        String paper = "papers/rank-decomposition/";
        assertTwins(paper + "h-functions.yaml", paper + "h-functions-continuous.yaml");
        assertTwins(paper + "i-levels.yaml", paper + "i-continuous.yaml");
    }

    private static void assertTwins(String one, String other) {
        assertThat(read(other))
                .usingRecursiveComparison()
                .ignoringFields("name", "task.target")
                .isEqualTo(read(one));
        assertThat(read(other).task().target()).isNotEqualTo(read(one).task().target());
    }
}
