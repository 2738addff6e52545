package org.crease.trainer.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/** Whatever is written reads back equal. Configurations are made at random by following their forms. */
class ConfigWriterProperties {

    private static final List<String> TEXTS = List.of(
            "x",
            "",
            " ",
            "no",
            "null",
            "~",
            "010",
            "1e3",
            "a: b",
            "- a",
            "#x",
            "a #b",
            "\"",
            "\\",
            "'",
            "*a",
            "&a",
            "!t",
            "%x",
            "@x",
            "`x`",
            "{}",
            "[]",
            "a,b",
            "${jndi:x}",
            "é",
            "\uD83D\uDE00",
            "a\u00A0b",
            "\u00AD",
            "/a/b.csv",
            "C:\\x\\n",
            "trailing ",
            "0x1F",
            ".inf",
            "2024-01-02",
            "<<",
            "=",
            "?",
            "| x",
            "> x",
            "a:",
            ":a",
            "---",
            "\uFFFD",
            "\u3000");

    @Property(tries = 100)
    void whatIsWrittenReadsBackEqual(@ForAll long seed) {
        Config config = (Config) new Maker(new Random(seed)).group(new Forms(StubProbe.ALL).config(), 0);
        String yaml = Configs.write(config, StubProbe.ALL);
        assertThat(yaml).startsWith("schema: 1\nname: ");
        Config read = Configs.parse(yaml, "written", Path.of("."), List.of(), StubProbe.ALL);
        assertThat(read).isEqualTo(config);
        assertThat(Configs.write(read, StubProbe.ALL)).isEqualTo(yaml);
    }

    @Property(tries = 2000)
    void numbersReadBackEqual(@ForAll double number) {
        assertThat(Double.parseDouble(Numbers.text(number))).isEqualTo(number);
    }

    /** Makes values of a form that satisfy ranges and checks. */
    private record Maker(Random random) {

        Object group(Form.Group group, int depth) {
            while (true) {
                @Nullable
                Object[] values = group.fields().stream()
                        .map(field -> field.nullable() && random.nextBoolean()
                                ? null
                                : value(field.form(), field.range(), depth + 1))
                        .toArray();
                List<String> wrong = new ArrayList<>();
                Object made = group.compose(values);
                Checks.check(made, (path, message) -> wrong.add(message));
                if (wrong.isEmpty()) {
                    return made;
                }
            }
        }

        private Object value(Form form, Range range, int depth) {
            if (form instanceof Form.Group group) {
                return group(group, depth);
            } else if (form instanceof Form.Union union) {
                List<Form.Group> variants = new ArrayList<>(union.variants().values());
                variants.removeIf(variant -> depth > 4 && variant.title().equals("layer-residual"));
                return group(variants.get(random.nextInt(variants.size())), depth);
            } else if (form instanceof Form.Items items) {
                return random.ints(random.nextInt(3), 0, 1)
                        .mapToObj(i -> value(items.element(), range, depth + 1))
                        .toList();
            } else if (form instanceof Form.Choice choice) {
                return List.copyOf(choice.constants().values())
                        .get(random.nextInt(choice.constants().size()));
            }
            return scalar((Form.Scalar) form, range);
        }

        private Object scalar(Form.Scalar form, Range range) {
            return switch (form) {
                case BOOLEAN -> random.nextBoolean();
                case INT -> (int) whole(range, 60);
                case LONG -> range.hasMin() ? whole(range, 1L << 40) : random.nextLong();
                case DOUBLE -> decimal(range);
                case STRING -> TEXTS.get(random.nextInt(TEXTS.size()));
                case NAME -> "n" + random.nextInt(1_000_000) + ".x_-";
            };
        }

        private long whole(Range range, long spread) {
            return (long) range.min() + (random.nextLong() & Long.MAX_VALUE) % spread;
        }

        private double decimal(Range range) {
            double low = range.hasMin() ? range.min() : -1e6;
            double high = range.hasMax() ? range.max() : Math.abs(low) + Math.pow(10, random.nextInt(40) - 20);
            double number = low + (high - low) * random.nextDouble();
            return number > low ? number : Math.nextUp(low);
        }
    }
}
