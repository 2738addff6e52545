package org.crease.trainer.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crease.probes.ProbeProvider;
import org.jspecify.annotations.Nullable;

/** The form of an entry of the list of probes: the provider's settings, and besides them a name. */
final class ProbeForm {

    private static final String NAME = "name";

    private final Map<String, ProbeProvider<?>> providers = new LinkedHashMap<>();

    ProbeForm(List<? extends ProbeProvider<?>> providers) {
        for (ProbeProvider<?> provider : providers) {
            if (this.providers.putIfAbsent(provider.name(), provider) != null) {
                throw new IllegalStateException("two probes on the class path are named " + provider.name());
            }
        }
    }

    Form.Union union(Forms forms) {
        Map<String, Form.Group> variants = new LinkedHashMap<>();
        providers.forEach((name, provider) -> variants.put(name, group(provider, forms.group(provider.settings()))));
        return new Form.Union("probe", variants, entry -> ((ProbeConfig) entry).probe());
    }

    private static Form.Group group(ProbeProvider<?> provider, Form.Group settings) {
        if (settings.field(NAME) != null) {
            throw new IllegalStateException(
                    "the settings of probe " + provider.name() + " have a " + NAME + ", which is the entry's own");
        }
        List<Field> fields = new ArrayList<>();
        fields.add(new Field(
                NAME,
                Form.Scalar.NAME,
                "Name under which the findings are recorded, where one probe is used twice",
                provider.name(),
                Range.ALL,
                false));
        fields.addAll(settings.fields());
        return new Form.Group(
                "probe-" + provider.name(),
                fields,
                values -> compose(provider, settings, values),
                entry -> decompose(settings, (ProbeConfig) entry));
    }

    private static <S extends Record> ProbeConfig compose(
            ProbeProvider<S> provider, Form.Group group, @Nullable Object[] values) {
        String name = (String) values[0];
        if (name == null) {
            throw new IllegalStateException("a probe's name has a default");
        }
        S settings = provider.settings().cast(group.compose(Arrays.copyOfRange(values, 1, values.length)));
        provider.create(name, settings, 0);
        return new ProbeConfig(provider.name(), name, settings);
    }

    private static @Nullable Object[] decompose(Form.Group group, ProbeConfig entry) {
        @Nullable Object[] settings = group.decompose(entry.settings());
        @Nullable Object[] values = new Object[settings.length + 1];
        values[0] = entry.name();
        System.arraycopy(settings, 0, values, 1, settings.length);
        return values;
    }
}
