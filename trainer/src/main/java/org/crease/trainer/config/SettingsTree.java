package org.crease.trainer.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.crease.trainer.config.yaml.Mark;
import org.crease.trainer.config.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/**
 * Settings as YAML gives them, before a record is made of them, so that some can be changed first: each cell of a sweep is the
 * same tree with other values. Files are read as configurations of runs are: {@code extends}, strict keys, places in errors.
 *
 * @param <T> the record, each component with its {@link org.crease.probes.Setting}
 */
public final class SettingsTree<T extends Record> {
    private final Class<T> type;
    private final Form.Group form;
    private final YamlNode tree;

    /**
     * One setting to change.
     *
     * @param mark where errors say that it was written
     * @param path for example {@code training.batch-size} or {@code layers.0}
     * @param value takes the place of what was there
     */
    public record Change(Mark mark, String path, YamlNode value) {}

    private SettingsTree(Class<T> type, Form.Group form, YamlNode tree) {
        this.type = type;
        this.form = form;
        this.tree = tree;
    }

    /**
     * Reads a file and those that it extends.
     *
     * @throws ConfigException when it is no mapping in YAML
     */
    public static <T extends Record> SettingsTree<T> read(Class<T> type, Path file) {
        Problems problems = new Problems();
        Form.Group form = new Forms(Configs.providers()).group(type);
        return of(type, form, new ConfigFiles(form, problems).read(file, file.toString()), problems);
    }

    /**
     * Takes a part of another file.
     *
     * @throws ConfigException when it is no mapping
     */
    public static <T extends Record> SettingsTree<T> of(Class<T> type, YamlNode part) {
        Problems problems = new Problems();
        Form.Group form = new Forms(Configs.providers()).group(type);
        if (!(part instanceof YamlNode.Mapping)) {
            problems.add(part.mark(), "must be a mapping of settings");
        }
        return of(type, form, part, problems);
    }

    private static <T extends Record> SettingsTree<T> of(
            Class<T> type, Form.Group form, @Nullable YamlNode tree, Problems problems) {
        problems.raise();
        return new SettingsTree<>(type, form, Objects.requireNonNull(tree, "neither a tree nor a problem"));
    }

    /** The tree with settings changed, each written {@code path=value} as on the command line. */
    public SettingsTree<T> set(List<String> settings) {
        Problems problems = new Problems();
        YamlNode changed = new CommandLineSettings(form, problems).apply(tree, settings);
        return of(type, form, changed, problems);
    }

    /**
     * The record, with settings changed one after the other.
     *
     * @throws ConfigException with everything that is wrong
     */
    public T bind(List<Change> changes) {
        Problems problems = new Problems();
        YamlNode changed = tree;
        CommandLineSettings settings = new CommandLineSettings(form, problems);
        for (Change change : changes) {
            changed = settings.apply(changed, change.mark(), change.path(), change.value());
        }
        Object bound = new Binder(problems).bind(form, changed, "", Range.ALL);
        problems.raise();
        return type.cast(Objects.requireNonNull(bound, "neither a record nor a problem"));
    }

    /** What was written under these keys, one inside the other, if anything was. */
    public Optional<YamlNode> part(String... keys) {
        YamlNode node = tree;
        for (String key : keys) {
            YamlNode.Entry entry =
                    node instanceof YamlNode.Mapping mapping ? mapping.entries().get(key) : null;
            if (entry == null) {
                return Optional.empty();
            }
            node = entry.value();
        }
        return Optional.of(node);
    }

    /** The error that a setting is wrong for a reason that its record alone does not show. */
    public ConfigException wrong(String path, String message) {
        Mark mark = SettingPath.mark(tree, path);
        return new ConfigException(List.of(new Problem(mark.source(), mark.line(), mark.column(), path, message)));
    }
}
