package org.crease.trainer.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.crease.probes.ProbeProvider;
import org.crease.trainer.config.yaml.YamlNode;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON Schema of configurations, by which editors complete and check them while they are typed. A file that extends
 * another may leave out what must otherwise be given; its parts are described a second time, as {@code ..-extending}.
 */
public final class ConfigSchema {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Set<String> SELF_EVIDENT = Set.of("", "{}");

    private final Map<String, ObjectNode> definitions = new TreeMap<>();
    private final Map<String, Form> defined = new LinkedHashMap<>();

    private final Form.Group root;

    private ConfigSchema(Form.Group root) {
        this.root = root;
    }

    /** The schema, draft 2020-12, with the settings of the probes on the class path; ends with a line break. */
    public static String json() {
        return json(Configs.providers());
    }

    static String json(List<? extends ProbeProvider<?>> providers) {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
        ObjectNode schema = new ConfigSchema(new Forms(providers).config()).schema();
        JsonMapper mapper = JsonMapper.builder()
                .defaultPrettyPrinter(printer)
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build();
        return mapper.writeValueAsString(schema) + "\n";
    }

    private ObjectNode schema() {
        ObjectNode schema = JSON.objectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "Crease configuration");
        schema.set("if", JSON.objectNode().set("required", JSON.arrayNode().add(ConfigFiles.EXTENDS_KEY)));
        schema.set("then", reference(root.title(), root, true));
        schema.set("else", reference(root.title(), root, false));
        ObjectNode all = schema.putObject("$defs");
        definitions.forEach(all::set);
        return schema;
    }

    /** Lets a file's own keys stand among the settings. */
    private static void addOwnKeys(ObjectNode properties) {
        ObjectNode version = JSON.objectNode().put("description", "Version of the configuration's format");
        properties.set(ConfigFiles.SCHEMA_KEY, version.put("const", ConfigFiles.SCHEMA));
        ObjectNode extended = JSON.objectNode().put("description", "A configuration that this one adds to");
        properties.set(ConfigFiles.EXTENDS_KEY, extended.put("type", "string"));
    }

    private static String name(String title, Form form, boolean extending) {
        return extending && demands(form) ? title + "-extending" : title;
    }

    /** Whether something must be given in a form, outside lists: those are never merged. */
    private static boolean demands(Form form) {
        if (form instanceof Form.Group group) {
            return group.fields().stream().anyMatch(field -> field.required() || demands(field.form()));
        } else if (form instanceof Form.Union union) {
            return union.variants().values().stream().anyMatch(ConfigSchema::demands);
        }
        return false;
    }

    private ObjectNode reference(String title, Form form, boolean extending) {
        String name = name(title, form, extending);
        Form earlier = defined.putIfAbsent(name, form);
        if (earlier == null) {
            ObjectNode definition =
                    form instanceof Form.Group group ? group(group, extending) : union((Form.Union) form, extending);
            definitions.put(name, definition);
        } else if (earlier != form) {
            throw new IllegalStateException("two types of settings are both called " + name);
        }
        return JSON.objectNode().put("$ref", "#/$defs/" + name);
    }

    private ObjectNode group(Form.Group group, boolean extending) {
        ObjectNode schema = JSON.objectNode().put("type", "object").put("additionalProperties", false);
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = JSON.arrayNode();
        if (group == root) {
            addOwnKeys(properties);
        }
        for (Field field : group.fields()) {
            properties.set(field.name(), field(field, extending));
            if (field.required() && !extending) {
                required.add(field.name());
            }
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        return schema;
    }

    private ObjectNode field(Field field, boolean extending) {
        ObjectNode schema = value(field.form(), field.range(), extending);
        if (field.nullable()) {
            ObjectNode none = JSON.objectNode().put("type", "null");
            schema = JSON.objectNode().set("anyOf", JSON.arrayNode().add(schema).add(none));
        }
        schema.put("description", field.meaning());
        if (!SELF_EVIDENT.contains(field.byDefault())) {
            schema.set("default", json(field.form(), Binder.byDefault(field, field.name())));
        }
        return schema;
    }

    /** A default as JSON; only lists and single values are shown. */
    private static JsonNode json(Form form, YamlNode node) {
        if (form instanceof Form.Items items && node instanceof YamlNode.Sequence sequence) {
            ArrayNode list = JSON.arrayNode();
            sequence.items().forEach(item -> list.add(json(items.element(), item)));
            return list;
        }
        if (!(node instanceof YamlNode.Scalar scalar)) {
            return JSON.objectNode();
        }
        if (form instanceof Form.Scalar single && single.isNumber()) {
            return number(scalar.text());
        }
        return form == Form.Scalar.BOOLEAN
                ? JSON.booleanNode(scalar.text().equals("true"))
                : JSON.stringNode(scalar.text());
    }

    private static JsonNode number(String text) {
        return JsonMapper.builder().build().readTree(text);
    }

    private ObjectNode value(Form form, Range range, boolean extending) {
        if (form instanceof Form.Group group) {
            return reference(group.title(), group, extending);
        } else if (form instanceof Form.Union union) {
            return reference(union.title(), union, extending);
        } else if (form instanceof Form.Items items) {
            return JSON.objectNode().put("type", "array").set("items", value(items.element(), range, false));
        } else if (form instanceof Form.Choice choice) {
            ArrayNode words = JSON.arrayNode();
            choice.constants().keySet().forEach(words::add);
            return JSON.objectNode().set("enum", words);
        }
        return form == Form.Any.ANY ? JSON.objectNode() : scalar((Form.Scalar) form, range);
    }

    private static ObjectNode scalar(Form.Scalar form, Range range) {
        ObjectNode schema = JSON.objectNode();
        switch (form) {
            case BOOLEAN -> schema.put("type", "boolean");
            case INT, LONG -> schema.put("type", "integer");
            case DOUBLE -> schema.put("type", "number");
            case STRING, NAME ->
                schema.putArray("type").add("string").add("number").add("boolean");
        }
        if (form == Form.Scalar.NAME) {
            schema.put("pattern", ScalarReader.NAME);
        }
        if (range.hasMin()) {
            schema.set(range.exclusive() ? "exclusiveMinimum" : "minimum", number(Numbers.text(range.min())));
        }
        if (range.hasMax()) {
            schema.set(range.exclusive() ? "exclusiveMaximum" : "maximum", number(Numbers.text(range.max())));
        }
        return schema;
    }

    private ObjectNode union(Form.Union union, boolean extending) {
        ArrayNode choices = JSON.arrayNode();
        ArrayNode bare = JSON.arrayNode();
        union.variants().forEach((name, group) -> {
            if (group.optional() || extending) {
                bare.add(name);
            }
        });
        if (!bare.isEmpty()) {
            choices.add(JSON.objectNode().set("enum", bare));
        }
        union.variants().forEach((name, group) -> choices.add(variant(name, group, extending)));
        return choices.isEmpty()
                ? JSON.objectNode().set("not", JSON.objectNode())
                : JSON.objectNode().set("oneOf", choices);
    }

    private ObjectNode variant(String name, Form.Group group, boolean extending) {
        ObjectNode schema = JSON.objectNode().put("type", "object").put("additionalProperties", false);
        ObjectNode settings = reference(group.title(), group, extending);
        if (group.optional() || extending) {
            ArrayNode either =
                    JSON.arrayNode().add(settings).add(JSON.objectNode().put("type", "null"));
            settings = JSON.objectNode().set("anyOf", either);
        }
        schema.putObject("properties").set(name, settings);
        schema.putArray("required").add(name);
        return schema;
    }
}
