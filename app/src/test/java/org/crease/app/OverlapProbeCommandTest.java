package org.crease.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.crease.app.Commands.Ended;
import org.crease.probes.Array;
import org.crease.runlog.npy.Npz;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The overlap probe by its name and settings in YAML, on the weights of XOR's solution by overlap. */
class OverlapProbeCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    @Test
    void xorByOverlapIsLabelledOverlapFromSavedArrays() throws IOException {
        Map<String, Array> arrays = new LinkedHashMap<>();
        arrays.put("inputs", new Array(new float[] {0, 0, 1, 1, 1, 0, 0, 1}, 4, 2));
        arrays.put("fc1.weight", new Array(new float[] {2, 1, 1, 2, -2, -1, -1, -2}, 4, 2));
        arrays.put("fc1.bias", new Array(new float[] {-0.5f, -0.5f, 2.5f, 2.5f}, 4));
        arrays.put("fc2.weight", new Array(new float[] {1, -1, 0, 0, 0, 0, 1, -1}, 2, 4));
        arrays.put("fc2.bias", new Array(new float[2], 2));
        Path network = folder.resolve("xor.npz");
        Npz.write(network, arrays);
        Commands commands = new Commands(folder);
        Path probes = commands.write("probes.yaml", """
                - overlap:
                    min-rank: 2
                    tolerance: float64
                    metric: euclidean
                    distance: min
                    betti: {persistent: {share: 0.2}}
                    whole-regions: true
                """);
        Ended ended = commands.run(
                "probe", network.toString(), "--probes", probes.toString(), "--activations", "relu,relu", "--json");
        assertThat(ended.status()).isZero();
        JsonNode findings = JsonMapper.shared().readTree(ended.out()).path("findings");
        assertThat(findings.get(0).path("summary").path("h0_change").asDouble()).isZero();
        JsonNode second = findings.get(1);
        assertThat(second.path("summary").path("h0_layer").asDouble()).isEqualTo(3);
        assertThat(second.path("summary").path("h0_change").asDouble()).isEqualTo(2);
        assertThat(second.path("notes").get(0).asString()).startsWith("h0: 4 in the input, 3 in the layer: overlap (");
    }
}
