package org.crease.trainer.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.crease.probes.ProbeProvider;

/** The handbook's tables of all settings, made from the same records that configurations are read into. */
public final class ConfigReference {

    private final StringBuilder out = new StringBuilder();
    private final Map<String, Form> sections = new LinkedHashMap<>();
    private final Set<String> elsewhere;

    private ConfigReference(Set<String> elsewhere) {
        this.elsewhere = elsewhere;
    }

    /** A section of Markdown a part of the configuration, with the probes on the class path. */
    public static String markdown() {
        return markdown(Configs.providers());
    }

    static String markdown(List<? extends ProbeProvider<?>> providers) {
        return markdown("configuration", Config.class, Set.of(), providers);
    }

    /**
     * The sections of another record.
     *
     * @param title of the first of them
     * @param elsewhere parts that the page on configuration has, which are linked to
     */
    static String markdown(
            String title,
            Class<? extends Record> type,
            Set<String> elsewhere,
            List<? extends ProbeProvider<?>> providers) {
        ConfigReference reference = new ConfigReference(elsewhere);
        Map<String, String> probes = new TreeMap<>();
        providers.forEach(provider -> probes.put(provider.name(), provider.description()));
        reference.out.append("### ").append(title).append("\n\n");
        reference.table(new Forms(providers).group(type));
        for (int i = 0; i < reference.sections.size(); i++) {
            reference.section(List.copyOf(reference.sections.entrySet()).get(i), probes);
        }
        return reference.out.toString().stripTrailing() + "\n";
    }

    private void section(Map.Entry<String, Form> section, Map<String, String> probes) {
        out.setLength(out.toString().stripTrailing().length());
        out.append("\n\n### ").append(section.getKey()).append("\n\n");
        if (section.getValue() instanceof Form.Union union) {
            union.variants().forEach((name, group) -> variant(union, name, group, probes));
        } else {
            table((Form.Group) section.getValue());
        }
    }

    private void variant(Form.Union union, String name, Form.Group group, Map<String, String> probes) {
        String described = union.title().equals("probe") ? ": " + probes.get(name) : "";
        out.append("**`").append(name).append("`**").append(described);
        if (group.fields().isEmpty()) {
            out.append(described.isEmpty() ? " has no settings.\n\n" : "\n\n");
        } else {
            out.append("\n\n");
            table(group);
            out.append('\n');
        }
    }

    private void table(Form.Group group) {
        out.append("| setting | value | default | meaning |\n|---|---|---|---|\n");
        for (Field field : group.fields()) {
            out.append("| `").append(field.name()).append("` | ").append(value(field.form(), field.range()));
            out.append(" | ").append(byDefault(field)).append(" | ");
            out.append(field.meaning().replace("|", "\\|")).append(" |\n");
        }
    }

    private static String byDefault(Field field) {
        if (field.hasDefault()) {
            return field.byDefault().equals("{}") ? "its defaults" : "`" + field.byDefault() + "`";
        }
        return field.nullable() ? "none" : "must be given";
    }

    private String value(Form form, Range range) {
        if (form instanceof Form.Group group) {
            return link(group.title(), group);
        } else if (form instanceof Form.Union union) {
            return "a kind of " + link(union.title(), union);
        } else if (form instanceof Form.Items items) {
            return "a list, each entry " + value(items.element(), range);
        } else if (form instanceof Form.Choice choice) {
            return choice.constants().keySet().stream()
                    .map(word -> "`" + word + "`")
                    .collect(Collectors.joining(", "));
        }
        if (form == Form.Any.ANY) {
            return "anything";
        }
        return ((Form.Scalar) form).words() + (range.words().isEmpty() ? "" : ", " + range.words());
    }

    private String link(String title, Form form) {
        if (elsewhere.contains(title)) {
            return "[" + title + "](configuration.md#" + title + ")";
        }
        sections.putIfAbsent(title, form);
        return "[" + title + "](#" + title + ")";
    }
}
