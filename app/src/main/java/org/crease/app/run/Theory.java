package org.crease.app.run;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crease.trainer.data.source.Betti;
import org.crease.trainer.data.source.Truth;

/** The Betti numbers that theory gives the data's shape, in words, in a column of the table, and as JSON. */
final class Theory {
    private static final int FIELD = 2;
    private static final List<String> ONE = List.of("component", "loop", "void");
    private static final List<String> MANY = List.of("components", "loops", "voids");

    private Theory() {}

    /** One line, such as {@code in theory: 2 components, 2 loops (each class: 1 component, 1 loop)}. */
    static String line(Truth truth) {
        return "in theory: " + words(truth.whole()) + classes(truth.classes());
    }

    private static String classes(List<Betti> classes) {
        if (classes.isEmpty()) {
            return "";
        }
        if (new HashSet<>(classes).size() == 1) {
            return " (each class: " + words(classes.get(0)) + ")";
        }
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < classes.size(); i++) {
            parts.add("class " + i + ": " + words(classes.get(i)));
        }
        return " (" + String.join("; ", parts) + ")";
    }

    private static String words(Betti betti) {
        String words = words(betti.overZ2());
        return betti.overZ2().equals(betti.overOthers())
                ? words
                : words + " over Z/2, but " + words(betti.overOthers()) + " over other fields";
    }

    private static String words(List<Integer> numbers) {
        List<String> words = new ArrayList<>();
        for (int dimension = 0; dimension < numbers.size(); dimension++) {
            int number = numbers.get(dimension);
            words.add(number + " " + name(dimension, number));
        }
        return String.join(", ", words);
    }

    private static String name(int dimension, int number) {
        if (dimension >= ONE.size()) {
            return "of dimension " + dimension;
        }
        return (number == 1 ? ONE : MANY).get(dimension);
    }

    /** What stands in the table's columns of counts, whose field of coefficients is Z/2. */
    static Map<String, Double> counts(Truth truth) {
        Map<String, Double> counts = new LinkedHashMap<>();
        for (int dimension = 0; dimension < MANY.size(); dimension++) {
            counts.put(MANY.get(dimension), (double) truth.whole().number(dimension, FIELD));
        }
        return counts;
    }

    /** Betti numbers from dimension 0 up; those of the classes over Z/2. */
    static Map<String, Object> json(Truth truth) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("betti_z2", truth.whole().overZ2());
        json.put("betti_other_fields", truth.whole().overOthers());
        json.put("classes_betti_z2", truth.classes().stream().map(Betti::overZ2).toList());
        return json;
    }
}
