package org.crease.benchmarks.homology;

import java.util.ArrayList;
import java.util.List;

/** The sets: what papers on such engines measure, clouds of activations, and worst cases for pruning. */
final class Catalogue {
    private static final float WHOLE = Float.POSITIVE_INFINITY;
    private static final int WIDTH = 128;

    private final List<Task> tasks = new ArrayList<>();

    private Catalogue() {}

    static List<Task> tasks() {
        Catalogue all = new Catalogue();
        all.made();
        all.layers();
        all.published();
        return all.tasks;
    }

    private void made() {
        points("random16", 2, WHOLE, Clouds.uniform(50, 16, 1));
        points("random16", 7, WHOLE, Clouds.uniform(50, 16, 1));
        points("sphere_3_192", 2, WHOLE, Clouds.sphere(192, 3, 2));
        points("random1000_8", 1, WHOLE, Clouds.uniform(1000, 8, 3));
        points("o3_1024", 3, 1.8f, Clouds.orthogonal(1024, 4));
        points("o3_2048", 3, 1.6f, Clouds.orthogonal(2048, 5));
        points("o3_4096", 3, 1.4f, Clouds.orthogonal(4096, 6));
        points("torus4_50000", 2, 0.15f, Clouds.torus(50_000, 0, 7));
        points("gauss64_300", 2, WHOLE, Clouds.gaussian(300, 64, 8));
        points("gauss128_1000", 1, WHOLE, Clouds.gaussian(1000, 128, 9));
        tasks.add(new Task("iid_100", 2, WHOLE, file -> Data.lower(file, Clouds.weights(100, 10))));
        tasks.add(new Task("iid_300", 1, WHOLE, file -> Data.lower(file, Clouds.weights(300, 11))));
        tasks.add(new Task("iid_600", 1, WHOLE, file -> Data.lower(file, Clouds.weights(600, 12))));
    }

    private void layers() {
        for (int size : List.of(500, 1000, 2000)) {
            for (int dimension = 1; dimension <= (size < 2000 ? 2 : 1); dimension++) {
                layer("act_circle_" + size, dimension, Clouds.circle(size, 0.05, 20));
                layer("act_torus_" + size, dimension, Clouds.torus(size, 0.02, 21));
                layer("act_clusters_" + size, dimension, Clouds.clusters(size, 16, 10, 22));
            }
        }
        layer("act_torus_10000", 1, Clouds.torus(10_000, 0.02, 23));
    }

    /** Sets that only those who published them can make. */
    private void published() {
        for (String set : List.of("celegans", "vicsek300", "senate104")) {
            tasks.add(new Task(set, 2, WHOLE, null));
            tasks.add(new Task(set, 3, WHOLE, null));
        }
        for (String set : List.of("house104", "network379", "klein400", "fractal_r")) {
            tasks.add(new Task(set, 2, WHOLE, null));
        }
        for (String set : List.of("dragon2000", "klein900", "senate104")) {
            tasks.add(new Task(set, 1, WHOLE, null));
        }
    }

    private void points(String set, int dimension, float threshold, float[][] points) {
        tasks.add(new Task(set, dimension, threshold, file -> Data.points(file, points)));
    }

    private void layer(String set, int dimension, float[][] inputs) {
        tasks.add(new Task(set, dimension, WHOLE, file -> Data.points(file, Clouds.behindLayers(inputs, WIDTH, 30))));
    }
}
