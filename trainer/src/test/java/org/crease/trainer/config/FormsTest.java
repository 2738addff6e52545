package org.crease.trainer.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.crease.probes.Setting;
import org.crease.trainer.config.yaml.YamlNode;
import org.junit.jupiter.api.Test;

/** What is derived from the records. */
class FormsTest {

    private record Unmarked(int x) {}

    private record Strange(
            @Setting("Of a type unknown to YAML") Thread x) {}

    private record Named(
            @Setting("Clashes with the entry's") String name) {}

    @Test
    void namesAreKebabCase() {
        assertThat(Words.kebab("batchSize")).isEqualTo("batch-size");
        assertThat(Words.kebab("MEAN_INTENSITY")).isEqualTo("mean-intensity");
        assertThat(Words.kebab("BatchNorm")).isEqualTo("batch-norm");
        assertThat(Words.kebab("l1")).isEqualTo("l1");
        assertThat(Words.kebab("NAITZAT_D1")).isEqualTo("naitzat-d1");
    }

    @Test
    void nullableComponentsMayBeAbsent() {
        Form.Group training = new Forms(List.of()).group(TrainingConfig.class);
        assertThat(training.fields().stream().filter(Field::nullable).map(Field::name))
                .containsExactly("epochs", "steps", "early-stopping", "clipping");
        Form.Group checkpoints = new Forms(List.of()).group(CheckpointConfig.class);
        assertThat(checkpoints.fields().stream().filter(Field::nullable).map(Field::name))
                .containsExactly("geometric");
    }

    @Test
    void variantsAreNamedAfterTheirRecords() {
        Form.Union optimizer = (Form.Union) new Forms(List.of()).of(OptimizerConfig.class);
        assertThat(optimizer.variants().keySet()).containsExactly("sgd", "nesterov", "adam", "adamax", "rmsprop");
    }

    @Test
    void everyDefaultIsRight() {
        Problems problems = new Problems();
        checkDefaults(new Forms(Shipped.probes()).config(), problems, new IdentityHashMap<>());
        problems.raise();
    }

    private static void checkDefaults(Form form, Problems problems, Map<Form, Form> seen) {
        if (seen.put(form, form) != null) {
            return;
        }
        if (form instanceof Form.Group group) {
            group.fields().forEach(field -> {
                checkDefaults(field.form(), problems, seen);
                if (field.hasDefault()) {
                    YamlNode node = Binder.byDefault(field, field.name());
                    new Binder(problems).bind(field.form(), node, group.title() + "." + field.name(), field.range());
                }
            });
        } else if (form instanceof Form.Union union) {
            union.variants().values().forEach(variant -> checkDefaults(variant, problems, seen));
        } else if (form instanceof Form.Items items) {
            checkDefaults(items.element(), problems, seen);
        }
    }

    @Test
    void recordsThatCannotBeSettingsAreRefused() {
        Forms forms = new Forms(List.of());
        assertThatThrownBy(() -> forms.of(Unmarked.class)).hasMessageContaining("no @Setting on x");
        assertThatThrownBy(() -> forms.of(Strange.class)).hasMessageContaining("cannot be of type java.lang.Thread");
        assertThatThrownBy(() -> new Forms(List.of(new StubProbe.Provider<>("p", Named.class))))
                .hasMessageContaining("probe p have a name");
        assertThatThrownBy(() -> new Forms(List.of(StubProbe.ALL.get(0), StubProbe.ALL.get(0))))
                .hasMessageContaining("two probes on the class path are named rank");
    }
}
