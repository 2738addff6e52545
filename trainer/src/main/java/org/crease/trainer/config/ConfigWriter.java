package org.crease.trainer.config;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes a configuration as YAML, every setting in the order of its record, every default filled in. */
final class ConfigWriter {

    /** Text that no reader of YAML takes for anything else; the rest goes into quotes. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_/][A-Za-z0-9_./+-]*( [A-Za-z0-9_./+-]+)*");

    private static final Pattern WORD = Pattern.compile("(?i)true|false|yes|no|on|off|y|n|null|nan|inf|infinity");

    private final StringBuilder out = new StringBuilder();

    private ConfigWriter() {}

    static String write(Form.Group form, Config config) {
        ConfigWriter writer = new ConfigWriter();
        writer.out.append(ConfigFiles.SCHEMA_KEY).append(": ").append(ConfigFiles.SCHEMA);
        writer.group(form, config, 0);
        return writer.out.append('\n').toString();
    }

    private StringBuilder line(int depth) {
        return out.append('\n').append("  ".repeat(depth));
    }

    /** Writes what follows a key or a dash: the rest of the line, and lines below, deeper. */
    private void value(Form form, Object value, int depth) {
        if (form instanceof Form.Group group) {
            if (group.fields().isEmpty()) {
                out.append(" {}");
            }
            group(group, value, depth);
        } else if (form instanceof Form.Union union) {
            union(union, value, depth);
        } else if (form instanceof Form.Items items) {
            items(items, (List<?>) value, depth);
        } else {
            out.append(' ').append(scalar(value));
        }
    }

    private void group(Form.Group group, Object object, int depth) {
        @Nullable Object[] values = group.decompose(object);
        for (int i = 0; i < values.length; i++) {
            Field field = group.fields().get(i);
            Object value = values[i];
            if (value != null) {
                line(depth).append(field.name()).append(':');
                value(field.form(), value, depth + 1);
            }
        }
    }

    private void union(Form.Union union, Object object, int depth) {
        String variant = union.variantOf(object);
        Form.Group group = union.variants().get(variant);
        if (group == null) {
            throw new IllegalStateException("no " + union.title() + " named " + variant + " is on the class path");
        } else if (group.fields().isEmpty()) {
            out.append(' ').append(variant);
        } else {
            line(depth).append(variant).append(':');
            group(group, object, depth + 1);
        }
    }

    private void items(Form.Items items, List<?> values, int depth) {
        boolean scalars = items.element() instanceof Form.Scalar || items.element() instanceof Form.Choice;
        if (scalars || values.isEmpty()) {
            List<String> texts = values.stream().map(ConfigWriter::scalar).toList();
            out.append(" [").append(String.join(", ", texts)).append(']');
            return;
        }
        for (Object value : values) {
            line(depth).append('-');
            int start = out.length();
            value(items.element(), value, depth + 1);
            joinToDash(start);
        }
    }

    /** {@code - key:} on one line, where an entry would otherwise begin below its dash. */
    private void joinToDash(int start) {
        int end = start;
        while (end < out.length() && Character.isWhitespace(out.charAt(end))) {
            end++;
        }
        out.replace(start, end, " ");
    }

    private static String scalar(Object value) {
        if (value instanceof Enum<?> constant) {
            return Form.Choice.word(constant);
        } else if (value instanceof Double number) {
            return Numbers.text(number);
        } else if (value instanceof String text) {
            return PLAIN.matcher(text).matches() && !WORD.matcher(text).matches() ? text : quoted(text);
        }
        return value.toString();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
