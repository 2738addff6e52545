package org.crease.trainer.training;

import java.util.LinkedHashMap;
import java.util.Map;
import org.nd4j.linalg.factory.Nd4j;

/** The versions that a run's numbers may depend on. */
final class Versions {
    private Versions() {}

    static Map<String, String> all() {
        Map<String, String> versions = new LinkedHashMap<>();
        versions.put("crease", of(Versions.class));
        versions.put("deeplearning4j", of(org.deeplearning4j.nn.graph.ComputationGraph.class));
        versions.put("nd4j", of(Nd4j.class) + " " + Nd4j.getBackend().getClass().getSimpleName());
        versions.put("java", System.getProperty("java.vendor") + " " + Runtime.version());
        versions.put("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        versions.put("omp_num_threads", String.valueOf(System.getenv("OMP_NUM_THREADS")));
        return versions;
    }

    private static String of(Class<?> type) {
        String version = type.getPackage().getImplementationVersion();
        return version == null ? "unknown" : version;
    }
}
