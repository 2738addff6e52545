package org.crease.trainer.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.crease.probes.ProbeProvider;
import org.crease.trainer.config.yaml.YamlNode;
import org.crease.trainer.config.yaml.YamlReader;
import org.crease.trainer.config.yaml.YamlRefusedException;
import org.crease.trainer.config.yaml.YamlText;
import org.jspecify.annotations.Nullable;

/**
 * Reads configurations from YAML and writes them. Keys and words are kebab case; a variant is written
 * {@code variant: {settings}}, or {@code variant} alone. The handbook's page on configuration has the rules. Text is taken as
 * it stands: nothing in it is replaced or run.
 */
public final class Configs {

    private interface Text {
        String read() throws YamlRefusedException;
    }

    private Configs() {}

    /**
     * Reads a file and those that it extends.
     *
     * @param overrides settings from the command line, each {@code path=value}, for example
     *     {@code network.layers.0.dense.units=64}
     * @throws ConfigException with everything that is wrong
     */
    public static Config read(Path file, List<String> overrides) {
        return read(file, overrides, providers());
    }

    static Config read(Path file, List<String> overrides, List<? extends ProbeProvider<?>> providers) {
        Problems problems = new Problems();
        Form.Group form = new Forms(providers).config();
        YamlNode tree = new ConfigFiles(form, problems).read(file, file.toString());
        return bind(form, tree, overrides, problems);
    }

    /**
     * Reads a text.
     *
     * @param source how messages call it
     * @param base directory that {@code extends} starts from
     * @param overrides as for {@link #read}
     * @throws ConfigException with everything that is wrong
     */
    public static Config parse(String yaml, String source, Path base, List<String> overrides) {
        return parse(yaml, source, base, overrides, providers());
    }

    static Config parse(
            String yaml, String source, Path base, List<String> overrides, List<? extends ProbeProvider<?>> providers) {
        Problems problems = new Problems();
        Form.Group form = new Forms(providers).config();
        YamlNode tree = new ConfigFiles(form, problems).parse(yaml, source, base);
        return bind(form, tree, overrides, problems);
    }

    private static Config bind(Form.Group form, @Nullable YamlNode tree, List<String> overrides, Problems problems) {
        if (tree != null) {
            YamlNode changed = new CommandLineSettings(form, problems).apply(tree, overrides);
            Object config = new Binder(problems).bind(form, changed, "", Range.ALL);
            problems.raise();
            if (config != null) {
                return (Config) config;
            }
        }
        problems.raise();
        throw new IllegalStateException("neither a configuration nor a problem");
    }

    /**
     * Reads a file of probes: a list as under {@code probes}, or a mapping with that one key.
     *
     * @throws ConfigException with everything that is wrong
     */
    public static List<ProbeConfig> readProbes(Path file) {
        return readProbes(file, providers());
    }

    static List<ProbeConfig> readProbes(Path file, List<? extends ProbeProvider<?>> providers) {
        String source = file.toString();
        return readProbes(() -> YamlText.read(file, source), source, providers);
    }

    /**
     * Reads probes as {@link #readProbes} does, from text.
     *
     * @param source what errors call the text
     * @throws ConfigException with everything that is wrong
     */
    public static List<ProbeConfig> parseProbes(String yaml, String source) {
        return readProbes(() -> yaml, source, providers());
    }

    private static List<ProbeConfig> readProbes(Text text, String source, List<? extends ProbeProvider<?>> providers) {
        Problems problems = new Problems();
        List<ProbeConfig> probes = new ArrayList<>();
        try {
            YamlNode root = YamlReader.read(text.read(), source, problems::add);
            Written only = root instanceof YamlNode.Mapping ? Written.of(root) : null;
            YamlNode list = only != null && only.name().equals("probes") ? only.settings() : root;
            Object bound = new Binder(problems).bind(new Forms(providers).probeList(), list, "probes", Range.ALL);
            if (bound instanceof List<?> entries) {
                entries.forEach(entry -> probes.add((ProbeConfig) entry));
            }
            RunChecks.checkProbes(probes, (path, message) -> problems.add(list.mark(), path, message));
        } catch (YamlRefusedException e) {
            problems.add(e);
        }
        problems.raise();
        return List.copyOf(probes);
    }

    /**
     * Writes a configuration as YAML: every setting in a fixed order, every default filled in, its format's version first.
     * Reading it gives an equal configuration.
     */
    public static String write(Config config) {
        return write(config, providers());
    }

    static String write(Config config, List<? extends ProbeProvider<?>> providers) {
        return ConfigWriter.write(new Forms(providers).config(), config);
    }

    /** The probes on the class path, in the order of their names, so that nothing depends on the order of jars. */
    static List<ProbeProvider<?>> providers() {
        List<ProbeProvider<?>> found = new ArrayList<>();
        for (ProbeProvider<?> provider : ServiceLoader.load(ProbeProvider.class)) {
            found.add(provider);
        }
        found.sort((a, b) -> a.name().compareTo(b.name()));
        return found;
    }
}
