package org.crease.trainer.config;

import org.crease.trainer.config.yaml.YamlNode;

/**
 * Lays one tree over another, as their form says: settings of a record key by key; a variant over the same variant setting
 * by setting, over another one instead of it; anything else, lists too, instead of what was there.
 */
final class Merge {

    private Merge() {}

    static YamlNode merge(Form form, YamlNode base, YamlNode over) {
        if (form instanceof Form.Group group
                && base instanceof YamlNode.Mapping below
                && over instanceof YamlNode.Mapping above) {
            return merge(group, below, above);
        } else if (form instanceof Form.Union union) {
            return merge(union, base, over);
        }
        return over;
    }

    private static YamlNode.Mapping merge(Form.Group group, YamlNode.Mapping base, YamlNode.Mapping over) {
        YamlNode.Mapping merged = new YamlNode.Mapping(over.mark(), base.entries());
        for (var entry : over.entries().entrySet()) {
            String key = entry.getKey();
            YamlNode.Entry above = entry.getValue();
            YamlNode.Entry below = base.entries().get(key);
            Field field = group.field(key);
            YamlNode value =
                    below == null || field == null ? above.value() : merge(field.form(), below.value(), above.value());
            merged = merged.with(key, new YamlNode.Entry(above.keyMark(), value));
        }
        return merged;
    }

    private static YamlNode merge(Form.Union union, YamlNode base, YamlNode over) {
        Written below = Written.of(base);
        Written above = Written.of(over);
        if (below == null || above == null || !below.name().equals(above.name())) {
            return over;
        }
        Form.Group group = union.variants().get(above.name());
        return group == null ? over : above.with(merge(group, below.settings(), above.settings()));
    }
}
