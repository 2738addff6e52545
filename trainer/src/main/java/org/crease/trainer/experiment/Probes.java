package org.crease.trainer.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.crease.probes.Probe;
import org.crease.probes.ProbeProvider;
import org.crease.trainer.config.Configs;
import org.crease.trainer.config.ProbeConfig;
import org.crease.trainer.seed.Streams;

/** Makes the probes of a configuration by the providers on the class path. */
public final class Probes {
    private Probes() {}

    /**
     * Probes as written in a configuration, for programs that have none: {@code "[rank, topology]"}.
     *
     * @param yaml a list as under {@code probes}
     * @param seed of the random streams that the probes draw from
     * @throws org.crease.trainer.config.ConfigException with everything that is wrong
     */
    public static List<Probe> parse(String yaml, long seed) {
        return create(Configs.parseProbes(yaml, "probes"), new Streams(seed));
    }

    /** One probe an entry; each has a random stream of its own, named after it. */
    public static List<Probe> create(List<ProbeConfig> configs, Streams streams) {
        List<Probe> probes = new ArrayList<>();
        for (ProbeConfig config : configs) {
            probes.add(create(provider(config.probe()), config, streams.seedOf("probe/" + config.name())));
        }
        return probes;
    }

    private static <S extends Record> Probe create(ProbeProvider<S> provider, ProbeConfig config, long seed) {
        return provider.create(config.name(), provider.settings().cast(config.settings()), seed);
    }

    private static ProbeProvider<?> provider(String name) {
        for (ProbeProvider<?> provider : ServiceLoader.load(ProbeProvider.class)) {
            if (provider.name().equals(name)) {
                return provider;
            }
        }
        throw new IllegalArgumentException("no jar on the class path provides a probe called " + name);
    }
}
