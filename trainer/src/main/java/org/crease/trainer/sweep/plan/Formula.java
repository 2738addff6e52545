package org.crease.trainer.sweep.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Arithmetic over named numbers: {@code + - * / ^}, parentheses, and the functions min, max (of any number), sqrt, log and exp. Read by
 * recursive descent; nothing but numbers can come of it.
 */
public final class Formula {
    private static final Pattern TOKEN =
            Pattern.compile("\\s*([0-9]+\\.?[0-9]*([eE][-+]?[0-9]+)?|[A-Za-z_][A-Za-z0-9_.]*|[-+*/^(),])");
    private static final int LONGEST = 1000;

    private final String text;
    private final List<String> tokens = new ArrayList<>();
    private final TreeSet<String> names = new TreeSet<>();
    private int at;

    private interface Term extends ToDoubleFunction<Map<String, Double>> {}

    private Term root = values -> Double.NaN;

    private Formula(String text) {
        this.text = text;
    }

    /**
     * Reads a formula.
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    public static Formula parse(String text) {
        Formula formula = new Formula(text);
        formula.cut();
        formula.root = formula.sum();
        if (formula.at < formula.tokens.size()) {
            throw formula.wrong("nothing can follow here");
        }
        return formula;
    }

    /** The names in it. */
    public List<String> names() {
        return List.copyOf(names);
    }

    /** Its value where its names have these; NaN where one has none. */
    public double value(Map<String, Double> values) {
        return root.applyAsDouble(values);
    }

    private void cut() {
        Matcher matcher = TOKEN.matcher(text);
        int end = 0;
        while (end < text.stripTrailing().length()) {
            if (text.length() > LONGEST || !matcher.find(end) || matcher.start() != end) {
                throw new IllegalArgumentException(
                        "cannot be read as a formula from its character " + (end + 1) + " on");
            }
            tokens.add(matcher.group(1));
            end = matcher.end();
        }
    }

    private IllegalArgumentException wrong(String why) {
        String where = at < tokens.size() ? "'" + tokens.get(at) + "'" : "its end";
        return new IllegalArgumentException("cannot be read as a formula at " + where + ": " + why);
    }

    private boolean take(String token) {
        boolean there = at < tokens.size() && tokens.get(at).equals(token);
        at += there ? 1 : 0;
        return there;
    }

    private Term sum() {
        Term left = product();
        while (true) {
            Term before = left;
            if (take("+")) {
                Term right = product();
                left = values -> before.applyAsDouble(values) + right.applyAsDouble(values);
            } else if (take("-")) {
                Term right = product();
                left = values -> before.applyAsDouble(values) - right.applyAsDouble(values);
            } else {
                return left;
            }
        }
    }

    private Term product() {
        Term left = sign();
        while (true) {
            Term before = left;
            if (take("*")) {
                Term right = sign();
                left = values -> before.applyAsDouble(values) * right.applyAsDouble(values);
            } else if (take("/")) {
                Term right = sign();
                left = values -> before.applyAsDouble(values) / right.applyAsDouble(values);
            } else {
                return left;
            }
        }
    }

    private Term sign() {
        if (take("-")) {
            Term negated = sign();
            return values -> -negated.applyAsDouble(values);
        }
        Term base = atom();
        if (take("^")) {
            Term exponent = sign();
            return values -> Math.pow(base.applyAsDouble(values), exponent.applyAsDouble(values));
        }
        return base;
    }

    private Term atom() {
        if (take("(")) {
            Term inner = sum();
            close();
            return inner;
        } else if (at == tokens.size()
                || !Character.isLetterOrDigit(tokens.get(at).charAt(0))) {
            throw wrong("a number, a name or a parenthesis is expected");
        }
        String token = tokens.get(at++);
        if (Character.isDigit(token.charAt(0))) {
            double number = Double.parseDouble(token);
            return values -> number;
        } else if (take("(")) {
            return call(token.toLowerCase(Locale.ROOT));
        }
        names.add(token);
        return values -> values.getOrDefault(token, Double.NaN);
    }

    private void close() {
        if (!take(")")) {
            throw wrong("a closing parenthesis is expected");
        }
    }

    private Term call(String function) {
        List<Term> arguments = new ArrayList<>();
        do {
            arguments.add(sum());
        } while (take(","));
        close();
        Term first = arguments.get(0);
        boolean one = arguments.size() == 1;
        return switch (function) {
            case "min" ->
                values -> arguments.stream()
                        .mapToDouble(term -> term.applyAsDouble(values))
                        .min()
                        .orElseThrow();
            case "max" ->
                values -> arguments.stream()
                        .mapToDouble(term -> term.applyAsDouble(values))
                        .max()
                        .orElseThrow();
            case "sqrt" -> only(one, values -> Math.sqrt(first.applyAsDouble(values)));
            case "log" -> only(one, values -> Math.log(first.applyAsDouble(values)));
            case "exp" -> only(one, values -> Math.exp(first.applyAsDouble(values)));
            default -> throw wrong("there is no function " + function + ", only min, max, sqrt, log and exp");
        };
    }

    private Term only(boolean one, Term term) {
        if (!one) {
            throw wrong("this function takes one number");
        }
        return term;
    }
}
