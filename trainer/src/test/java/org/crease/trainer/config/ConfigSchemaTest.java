package org.crease.trainer.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.json.JsonMapper;

/** The schema accepts what the reader accepts and refuses what it refuses, as judged by an independent validator. */
class ConfigSchemaTest {

    private static final Schema SHIPPED = schema(ConfigSchema.json(Shipped.probes()));
    private static final Schema STUBS = schema(ConfigSchema.json(StubProbe.ALL));

    static Stream<Path> configs() throws IOException {
        return Shipped.configs().stream();
    }

    private static Schema schema(String json) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(json);
    }

    private static List<Error> errors(Schema schema, String yaml) {
        Object tree = new Load(LoadSettings.builder().build()).loadFromString(yaml);
        return schema.validate(JsonMapper.builder().build().<tools.jackson.databind.JsonNode>valueToTree(tree));
    }

    @Test
    void theShippedFileIsUpToDate() throws IOException {
        Shipped.assertUpToDate(Shipped.CONFIGS.resolve("schema.json"), ConfigSchema.json(Shipped.probes()));
    }

    @Test
    void isASchemaOfItsDraft() {
        String json = ConfigSchema.json(StubProbe.ALL);
        Schema draft = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(com.networknt.schema.SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        assertThat(draft.validate(JsonMapper.builder().build().readTree(json))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("configs")
    void acceptsWhatIsShippedAndWhatIsWritten(Path file) throws IOException {
        assertThat(errors(SHIPPED, Files.readString(file))).isEmpty();
        Config config = Configs.read(file, List.of(), Shipped.probes());
        assertThat(errors(SHIPPED, Configs.write(config, Shipped.probes()))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sed: 1",
                "seed: 1.5",
                "seed: x",
                "device: gpu",
                "checkpoints: {every-step: 1}",
                "checkpoints: {keep-last: -1}",
                "checkpoints: {geometric: {ratio: 1}}",
                "checkpoints: {steps: [-1]}",
                "checkpoints: {start: yes}",
                "probes: [rnk]",
                "probes: [{rank: {dimensions: 3}}]",
                "probes: [{rank: {}, topology: {}}]",
                "schema: 2",
            })
    void refusesWhatTheReaderRefuses(String wrong) {
        assertThat(errors(STUBS, Reading.MINIMAL + wrong)).isNotEmpty();
        assertThat(Reading.problems(Reading.MINIMAL + wrong)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "probes: [rank, {rank: {name: b, dimension: 3, tolerance: null, layers: [a]}}, {topology: }]",
                "checkpoints: {geometric: null, keep-best: false}",
                "runs: 3",
                "schema: 1",
            })
    void acceptsWhatTheReaderAccepts(String right) {
        assertThat(errors(STUBS, Reading.MINIMAL + right)).isEmpty();
        assertThat(Reading.problems(Reading.MINIMAL + right)).isEmpty();
    }

    @Test
    void whatMustBeGivenMayBeLeftOutByAFileThatExtendsAnother() {
        String part = "task: {data: dataset}\ntraining: {optimizer: adam}\n";
        assertThat(errors(STUBS, part)).isNotEmpty();
        assertThat(errors(STUBS, "extends: base.yaml\n" + part)).isEmpty();
        assertThat(errors(STUBS, "extends: base.yaml\n" + part + "network: {layers: [dense]}"))
                .isNotEmpty();
    }
}
