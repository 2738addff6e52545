package org.crease.trainer.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.crease.trainer.config.yaml.Mark;
import org.crease.trainer.config.yaml.YamlNode;
import org.crease.trainer.config.yaml.YamlReader;
import org.crease.trainer.config.yaml.YamlRefusedException;
import org.jspecify.annotations.Nullable;

/**
 * Puts {@code --set path=value} into a tree. The path names keys, variants and places in lists from 0; the value is YAML and
 * takes the place of what was there.
 */
final class CommandLineSettings {

    private final Form.Group root;
    private final Problems problems;

    CommandLineSettings(Form.Group root, Problems problems) {
        this.root = root;
        this.problems = problems;
    }

    /** The tree with these settings, each written {@code path=value}, one after the other. */
    YamlNode apply(YamlNode tree, List<String> settings) {
        YamlNode changed = tree;
        for (String setting : settings) {
            changed = apply(changed, setting);
        }
        return changed;
    }

    /** The tree with one setting changed, given by its path and its value in YAML's terms. */
    YamlNode apply(YamlNode tree, Mark mark, String path, YamlNode value) {
        List<String> steps = List.of(path.strip().split("\\.", -1));
        if (steps.contains("")) {
            problems.add(mark, Words.shown(path), "is no path of a setting, such as training.batch-size");
            return tree;
        }
        return new Change(mark, value, steps).group(root, tree, 0);
    }

    private YamlNode apply(YamlNode tree, String setting) {
        Mark mark = Mark.of("--set " + Words.shown(setting));
        int equals = setting.indexOf('=');
        String path = setting.substring(0, Math.max(0, equals));
        if (List.of(path.strip().split("\\.", -1)).contains("")) {
            problems.add(mark, "must be written path=value, for example training.batch-size=32");
            return tree;
        }
        try {
            YamlNode value = YamlReader.readValue(setting.substring(equals + 1), mark.source(), problems::add);
            return apply(tree, mark, path, value);
        } catch (YamlRefusedException e) {
            problems.add(e);
            return tree;
        }
    }

    /** One setting on its way down the tree. A null node stands for what is not there yet. */
    private final class Change {
        private final Mark mark;
        private final YamlNode value;
        private final List<String> steps;

        Change(Mark mark, YamlNode value, List<String> steps) {
            this.mark = mark;
            this.value = value;
            this.steps = steps;
        }

        private YamlNode refuse(int depth, @Nullable YamlNode node, String message) {
            problems.add(mark, String.join(".", steps.subList(0, depth)), message);
            return node == null ? value : node;
        }

        private YamlNode at(Form form, @Nullable YamlNode node, int depth) {
            if (depth == steps.size()) {
                return value;
            } else if (form instanceof Form.Group group) {
                return group(group, node, depth);
            } else if (form instanceof Form.Union union) {
                return union(union, node, depth);
            } else if (form instanceof Form.Items items) {
                return items(items, node, depth);
            }
            return refuse(depth, node, "has no settings of its own");
        }

        private YamlNode.Mapping mapping(@Nullable YamlNode node) {
            return node instanceof YamlNode.Mapping mapping ? mapping : new YamlNode.Mapping(mark, Map.of());
        }

        private YamlNode group(Form.Group group, @Nullable YamlNode node, int depth) {
            String key = steps.get(depth);
            Field field = group.field(key);
            if (field == null) {
                return refuse(depth + 1, node, "is not a setting" + Binder.meant(key, group.names()));
            }
            YamlNode.Mapping mapping = mapping(node);
            YamlNode.Entry entry = mapping.entries().get(key);
            YamlNode changed = at(field.form(), entry == null ? null : entry.value(), depth + 1);
            return mapping.with(key, new YamlNode.Entry(mark, changed));
        }

        private YamlNode union(Form.Union union, @Nullable YamlNode node, int depth) {
            String name = steps.get(depth);
            Form.Group group = union.variants().get(name);
            Written written = node == null ? null : Written.of(node);
            if (group == null) {
                return refuse(depth, node, unknown(union, written, depth));
            } else if (depth + 1 == steps.size()) {
                return new Written(name, mark, value).with(value);
            }
            boolean same = written != null && written.name().equals(name);
            YamlNode settings = written != null && same ? written.settings() : null;
            return new Written(name, mark, value).with(group(group, settings, depth + 1));
        }

        private String unknown(Form.Union union, @Nullable Written written, int depth) {
            Form.Group present = written == null ? null : union.variants().get(written.name());
            if (written != null && present != null && present.field(steps.get(depth)) != null) {
                List<String> path = new ArrayList<>(steps);
                path.add(depth, written.name());
                return "is a choice; did you mean " + String.join(".", path) + "?";
            }
            return Binder.unknown(union, steps.get(depth));
        }

        private YamlNode items(Form.Items items, @Nullable YamlNode node, int depth) {
            List<YamlNode> list = node instanceof YamlNode.Sequence sequence ? sequence.items() : List.of();
            String step = steps.get(depth);
            int index = step.matches("[0-9]{1,6}") ? Integer.parseInt(step) : list.size();
            if (index >= list.size()) {
                String has = list.isEmpty() ? "is empty" : "has entries 0 to " + (list.size() - 1);
                return refuse(depth, node, has + "; there is no " + Words.shown(step));
            }
            List<YamlNode> changed = new ArrayList<>(list);
            changed.set(index, at(items.element(), list.get(index), depth + 1));
            return new YamlNode.Sequence(mark, changed);
        }
    }
}
