package org.crease.trainer.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.crease.trainer.config.yaml.Mark;
import org.crease.trainer.config.yaml.YamlNode;
import org.crease.trainer.config.yaml.YamlReader;
import org.crease.trainer.config.yaml.YamlRefusedException;
import org.jspecify.annotations.Nullable;

/**
 * Makes records of YAML, strictly: every key must be a setting, every value of its form and in its range. Goes on after a
 * problem, so that all of them are found.
 */
final class Binder {

    private final Problems problems;

    Binder(Problems problems) {
        this.problems = problems;
    }

    /** The object that a value describes; null when there was a problem. */
    @Nullable
    Object bind(Form form, YamlNode node, String path, Range range) {
        if (form instanceof Form.Group group) {
            return group(group, node, path);
        } else if (form instanceof Form.Union union) {
            return union(union, node, path);
        } else if (form instanceof Form.Items items) {
            return items(items, node, path, range);
        } else if (form instanceof Form.Choice choice) {
            return choice(choice, node, path);
        } else if (form == Form.Any.ANY) {
            return node;
        }
        return scalar((Form.Scalar) form, node, path, range);
    }

    private @Nullable Object refuse(Mark mark, String path, String message) {
        problems.add(mark, path, message);
        return null;
    }

    private @Nullable Object mustBe(YamlNode node, String path, String what) {
        return refuse(node.mark(), path, "must be " + what + ", not " + shown(node));
    }

    private static String shown(YamlNode node) {
        if (node instanceof YamlNode.Scalar scalar) {
            return scalar.text().isEmpty() ? "empty" : Words.shown(scalar.text());
        }
        return node instanceof YamlNode.Sequence ? "a list" : "a mapping";
    }

    private @Nullable Object scalar(Form.Scalar form, YamlNode node, String path, Range range) {
        if (!(node instanceof YamlNode.Scalar scalar) || scalar.isNull()) {
            return mustBe(node, path, form.words());
        }
        return ScalarReader.read(form, scalar, range, message -> problems.add(node.mark(), path, message));
    }

    private @Nullable Object choice(Form.Choice choice, YamlNode node, String path) {
        String all = String.join(", ", choice.constants().keySet());
        if (!(node instanceof YamlNode.Scalar scalar) || scalar.isNull()) {
            return mustBe(node, path, "one of " + all);
        }
        Enum<?> constant = choice.constants().get(scalar.text());
        if (constant == null) {
            return refuse(
                    node.mark(),
                    path,
                    "must be one of " + all + ", not " + shown(node)
                            + meant(scalar.text(), choice.constants().keySet()));
        }
        return constant;
    }

    static String meant(String word, Collection<String> known) {
        return Words.nearest(word, known)
                .map(near -> "; did you mean " + near + "?")
                .orElse("");
    }

    private @Nullable Object items(Form.Items items, YamlNode node, String path, Range range) {
        if (!(node instanceof YamlNode.Sequence sequence)) {
            return mustBe(node, path, "a list");
        }
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < sequence.items().size(); i++) {
            Object value = bind(items.element(), sequence.items().get(i), path + "." + i, range);
            if (value != null) {
                values.add(value);
            }
        }
        return List.copyOf(values);
    }

    private @Nullable Object union(Form.Union union, YamlNode node, String path) {
        Written variant = Written.of(node);
        String all = String.join(", ", union.variants().keySet());
        if (variant == null) {
            return refuse(node.mark(), path, misshapen(union, node, all));
        }
        Form.Group group = union.variants().get(variant.name());
        if (group == null) {
            return refuse(variant.mark(), path, unknown(union, variant.name()));
        }
        return group(group, variant.settings(), path.isEmpty() ? variant.name() : path + "." + variant.name());
    }

    static String unknown(Form.Union union, String name) {
        Collection<String> known = union.variants().keySet();
        String not = "not " + Words.shown(name) + meant(name, known);
        return known.isEmpty()
                ? "cannot be " + Words.shown(name) + ": no " + union.title() + " was found on the class path"
                : "must be one of " + String.join(", ", known) + ", " + not;
    }

    private static String misshapen(Form.Union union, YamlNode node, String all) {
        if (node instanceof YamlNode.Mapping mapping && !mapping.entries().isEmpty()) {
            String first = mapping.entries().keySet().iterator().next();
            if (union.variants().containsKey(first)) {
                return "has " + String.join(", ", mapping.entries().keySet()) + " side by side; settings of " + first
                        + " are written under it, further in";
            }
        }
        return "must be one of " + all + " with its settings under it, not "
                + (node instanceof YamlNode.Mapping mapping
                        ? "a mapping of " + mapping.entries().size() + " keys"
                        : shown(node));
    }

    private @Nullable Object group(Form.Group group, YamlNode node, String path) {
        if (!(node instanceof YamlNode.Mapping mapping)) {
            return mustBe(node, path, "settings, such as " + example(group));
        }
        int before = problems.count();
        refuseUnknown(group, mapping, path);
        @Nullable Object[] values = new Object[group.fields().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = field(group.fields().get(i), mapping, path);
        }
        if (problems.count() > before) {
            return null;
        }
        return compose(group, values, mapping, path);
    }

    private static String example(Form.Group group) {
        String first =
                group.names().stream().findFirst().map(name -> name + ": ..").orElse("");
        return "{" + first + "}";
    }

    private @Nullable Object compose(
            Form.Group group, @Nullable Object[] values, YamlNode.Mapping mapping, String path) {
        try {
            Object made = group.compose(values);
            int before = problems.count();
            Checks.check(
                    made,
                    (at, message) -> problems.add(SettingPath.mark(mapping, at), SettingPath.join(path, at), message));
            return problems.count() > before ? null : made;
        } catch (IllegalArgumentException e) {
            return refuse(mapping.mark(), path, "is refused: " + e.getMessage());
        }
    }

    private void refuseUnknown(Form.Group group, YamlNode.Mapping mapping, String path) {
        List<String> near = new ArrayList<>(group.names());
        if (path.isEmpty()) {
            near.addAll(ConfigFiles.OWN_KEYS);
        }
        mapping.entries().forEach((key, entry) -> {
            if (group.field(key) == null) {
                String known = group.names().isEmpty()
                        ? "; there are none here"
                        : group.names().stream().collect(Collectors.joining(", ", "; known here: ", ""));
                String meant = meant(key, near);
                problems.add(
                        entry.keyMark(),
                        SettingPath.join(path, Words.shown(key)),
                        "is not a setting" + (meant.isEmpty() ? known : meant));
            }
        });
    }

    private @Nullable Object field(Field field, YamlNode.Mapping mapping, String path) {
        String inner = SettingPath.join(path, field.name());
        YamlNode.Entry entry = mapping.entries().get(field.name());
        if (entry == null) {
            return absent(field, mapping, inner);
        } else if (entry.value() instanceof YamlNode.Scalar scalar && scalar.isNull()) {
            return empty(field, entry, inner, scalar);
        }
        return bind(field.form(), entry.value(), inner, field.range());
    }

    private @Nullable Object absent(Field field, YamlNode.Mapping mapping, String path) {
        if (field.hasDefault()) {
            return bind(field.form(), byDefault(field, path), path, field.range());
        } else if (!field.nullable()) {
            problems.add(mapping.mark(), path, "is missing: " + field.meaning());
        }
        return null;
    }

    private @Nullable Object empty(Field field, YamlNode.Entry entry, String path, YamlNode.Scalar scalar) {
        if (field.nullable() && scalar.text().equals("null")) {
            return null;
        }
        String instead = field.required()
                ? field.meaning()
                : field.nullable() ? "write null for none" : "for its default, leave the key out";
        return refuse(entry.keyMark(), path, "has no value; " + instead);
    }

    static YamlNode byDefault(Field field, String path) {
        String source = "default of " + path;
        try {
            return YamlReader.readValue(field.byDefault(), source, (mark, message) -> {
                throw new IllegalStateException(source + ": " + message);
            });
        } catch (YamlRefusedException e) {
            throw new IllegalStateException(source + ": " + e.getMessage(), e);
        }
    }
}
