package org.crease.benchmarks.jmh;

import java.nio.file.Path;
import java.util.List;
import org.crease.trainer.config.Config;
import org.crease.trainer.config.Configs;

/** The configurations that come with the program. */
final class Shipped {
    private Shipped() {}

    static Config config(String name) {
        return Configs.read(Path.of(System.getProperty("crease.home", ""), "configs", name + ".yaml"), List.of());
    }
}
