package org.crease.trainer.config;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.crease.trainer.config.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/**
 * Reads a single value as the type that a setting asks for. Numbers are decimal and finite, booleans are {@code true} and
 * {@code false}, text is taken as it stands. What YAML 1.1 read as something else ({@code 010} as 8, {@code 1:30} as 90,
 * {@code yes} as true) is refused, with what to write instead.
 */
final class ScalarReader {

    private static final Pattern WHOLE = Pattern.compile("[-+]?(0|[1-9][0-9]*)");
    private static final Pattern DECIMAL =
            Pattern.compile("[-+]?((0|[1-9][0-9]*)(\\.[0-9]*)?|\\.[0-9]+)([eE][-+]?[0-9]{1,6})?");
    private static final Pattern OCTAL = Pattern.compile("[-+]?0o?[0-9]+");
    private static final Pattern PREFIXED = Pattern.compile("[-+]?0(x[0-9a-fA-F_]+|b[01_]+)");
    private static final Pattern GROUPED = Pattern.compile("[-+]?[0-9][0-9.]*([_ '][0-9.]+)+");
    private static final Pattern SEXAGESIMAL = Pattern.compile("[-+]?[0-9]+(:[0-5]?[0-9])+");
    private static final Pattern COMMA = Pattern.compile("[-+]?[0-9]+,[0-9]+");
    private static final Set<String> NOT_FINITE = Set.of("nan", "inf", "infinity");
    private static final Set<String> TRUE = Set.of("true", "yes", "on", "y");
    private static final Set<String> FALSE = Set.of("false", "no", "off", "n");

    /** Names safe for files, as a regular expression of Java and of JSON Schema. */
    static final String NAME = "^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$";

    private static final Pattern SAFE_NAME = Pattern.compile(NAME);
    private static final Pattern RESERVED_NAME =
            Pattern.compile("(?i)((con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?|.*\\.)");

    private final YamlNode.Scalar node;
    private final Range range;
    private final Consumer<String> problem;

    private ScalarReader(YamlNode.Scalar node, Range range, Consumer<String> problem) {
        this.node = node;
        this.range = range;
        this.problem = problem;
    }

    /**
     * The value, or null when it was refused.
     *
     * @param problem told why
     */
    static @Nullable Object read(Form.Scalar form, YamlNode.Scalar node, Range range, Consumer<String> problem) {
        ScalarReader reader = new ScalarReader(node, range, problem);
        return switch (form) {
            case BOOLEAN -> reader.truth();
            case INT -> reader.whole(form, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case LONG -> reader.whole(form, Long.MIN_VALUE, Long.MAX_VALUE);
            case DOUBLE -> reader.decimal();
            case STRING -> reader.text();
            case NAME -> reader.name();
        };
    }

    private @Nullable Object refuse(String message) {
        problem.accept(message);
        return null;
    }

    private @Nullable Object mustBe(Form.Scalar form, String instead) {
        return refuse("must be " + form.words() + ", not " + shown() + (instead.isEmpty() ? "" : "; " + instead));
    }

    private String shown() {
        String text = Words.shown(node.text());
        return node.plain() ? text : '"' + text + '"';
    }

    private @Nullable Object truth() {
        String word = node.text().toLowerCase(Locale.ROOT);
        if (node.plain() && (node.text().equals("true") || node.text().equals("false"))) {
            return node.text().equals("true");
        } else if (TRUE.contains(word)) {
            return mustBe(Form.Scalar.BOOLEAN, "write true");
        } else if (FALSE.contains(word)) {
            return mustBe(Form.Scalar.BOOLEAN, "write false");
        }
        return mustBe(Form.Scalar.BOOLEAN, "");
    }

    private @Nullable Object text() {
        if (node.text().codePoints().anyMatch(Words::unsafe)) {
            return refuse("holds a control character: " + shown());
        }
        return node.text();
    }

    private @Nullable Object name() {
        if (!SAFE_NAME.matcher(node.text()).matches()) {
            return refuse(
                    "must be letters, digits, '.', '_' and '-', a letter or digit first, at most 100 of them; not "
                            + shown());
        } else if (RESERVED_NAME.matcher(node.text()).matches()) {
            return refuse("is a name that some systems refuse for files: " + shown());
        }
        return node.text();
    }

    private @Nullable Object whole(Form.Scalar form, long least, long most) {
        if (!node.plain() || !WHOLE.matcher(node.text()).matches()) {
            return mustBe(form, instead());
        }
        BigInteger number = new BigInteger(node.text());
        if (!within(new BigDecimal(number))) {
            return null;
        } else if (number.compareTo(BigInteger.valueOf(most)) > 0) {
            return refuse("must be at most " + most + ", not " + shown());
        } else if (number.compareTo(BigInteger.valueOf(least)) < 0) {
            return refuse("must be at least " + least + ", not " + shown());
        }
        return form == Form.Scalar.INT ? (Object) number.intValue() : (Object) number.longValue();
    }

    private @Nullable Object decimal() {
        if (!node.plain() || !DECIMAL.matcher(node.text()).matches()) {
            return mustBe(Form.Scalar.DOUBLE, instead());
        }
        double number = Double.parseDouble(node.text());
        BigDecimal exact = new BigDecimal(node.text());
        if (!within(exact)) {
            return null;
        } else if (Double.isInfinite(number)) {
            return refuse("is beyond the largest number, " + Double.MAX_VALUE + ": " + shown());
        } else if (number == 0 && exact.signum() != 0) {
            return refuse("is below the smallest number, " + Double.MIN_VALUE + ": " + shown());
        }
        return number;
    }

    private boolean within(BigDecimal number) {
        boolean inside = range.contains(number);
        if (!inside) {
            problem.accept("must be " + range.words() + ", not " + shown());
        }
        return inside;
    }

    /** What was probably meant by something that is no number. */
    private String instead() {
        String text = node.text();
        if (!node.plain()) {
            return DECIMAL.matcher(text).matches() ? "leave the quotes out" : "";
        } else if (NOT_FINITE.contains(text.toLowerCase(Locale.ROOT).replaceFirst("^[-+]?\\.?", ""))) {
            return "numbers are finite";
        } else if (PREFIXED.matcher(text).matches()) {
            int radix = text.contains("x") ? 16 : 2;
            return "write " + new BigInteger(text.replaceFirst("0[xb]", "").replace("_", ""), radix);
        } else if (OCTAL.matcher(text).matches()) {
            return octal(text);
        } else if (SEXAGESIMAL.matcher(text).matches()) {
            return "write " + sexagesimal(text);
        } else if (GROUPED.matcher(text).matches()) {
            return "write " + text.replaceAll("[_ ']", "");
        } else if (COMMA.matcher(text).matches()) {
            return "write " + text.replace(',', '.');
        }
        return DECIMAL.matcher(text).matches() ? wholeOf(text) : "";
    }

    private static String octal(String text) {
        String digits = text.replaceFirst("^([-+]?)0+o?0*(?=[0-9])", "$1");
        boolean octal = digits.chars().noneMatch(c -> c == '8' || c == '9');
        return "write " + digits + (octal ? ", or " + new BigInteger(digits, 8) + " if it is octal" : "");
    }

    private static BigInteger sexagesimal(String text) {
        BigInteger sum = BigInteger.ZERO;
        for (String part : text.replaceFirst("^[-+]", "").split(":", -1)) {
            sum = sum.multiply(BigInteger.valueOf(60)).add(new BigInteger(part));
        }
        return text.startsWith("-") ? sum.negate() : sum;
    }

    private static String wholeOf(String text) {
        BigDecimal number = new BigDecimal(text);
        boolean small = number.precision() - number.scale() < 20;
        return small && number.stripTrailingZeros().scale() <= 0 ? "write " + number.toBigInteger() : "";
    }
}
