package org.crease.trainer.sweep.plan;

import java.math.BigDecimal;
import java.util.stream.Collectors;
import org.crease.trainer.config.yaml.YamlNode;

/** Values of a grid in one form, whichever way they were written: {@code 0.10} and {@code 1e-1} are {@code 0.1}. */
final class Canonical {
    private Canonical() {}

    static String text(YamlNode node) {
        if (node instanceof YamlNode.Sequence sequence) {
            return sequence.items().stream().map(Canonical::text).collect(Collectors.joining(" ", "[", "]"));
        } else if (node instanceof YamlNode.Mapping mapping) {
            return mapping.entries().entrySet().stream()
                    .map(entry -> entry.getKey() + ":" + text(entry.getValue().value()))
                    .collect(Collectors.joining(" ", "{", "}"));
        }
        return number(((YamlNode.Scalar) node).text());
    }

    private static String number(String text) {
        try {
            BigDecimal number = new BigDecimal(text).stripTrailingZeros();
            boolean plain = Math.abs(number.precision() - number.scale() - 1) <= 9;
            return plain ? number.toPlainString() : number.toString();
        } catch (NumberFormatException e) {
            return text;
        }
    }
}
