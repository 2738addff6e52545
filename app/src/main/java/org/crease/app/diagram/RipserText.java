package org.crease.app.diagram;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.crease.app.command.UserError;
import org.crease.homology.diagram.PersistenceDiagram;
import org.jspecify.annotations.Nullable;

/**
 * What Ripser prints: under each {@code persistence intervals in dim K:} a line {@code  [birth,death)} for every bar, the death
 * left out where there is none. Other lines are passed over.
 */
final class RipserText {
    private static final Pattern HEADING = Pattern.compile("persistence intervals in dim (\\d{1,4}):\\s*");
    private static final Pattern BAR = Pattern.compile("\\s*\\[\\s*([^,\\s]+)\\s*,\\s*([^)\\s]*)\\s*\\).*");

    private RipserText() {}

    static SortedMap<Integer, PersistenceDiagram> parse(Path file, String text) {
        SortedMap<Integer, Bars> diagrams = new TreeMap<>();
        @Nullable Bars current = null;
        int number = 0;
        for (Iterator<String> lines = text.lines().iterator(); lines.hasNext(); ) {
            String line = lines.next();
            String place = file + ":" + ++number;
            Matcher heading = HEADING.matcher(line);
            Matcher bar = BAR.matcher(line);
            if (heading.matches()) {
                current = new Bars(Integer.parseInt(heading.group(1)));
                diagrams.put(Integer.parseInt(heading.group(1)), current);
            } else if (current != null && bar.matches()) {
                current.add(place, number(place, bar.group(1)), death(place, bar.group(2)));
            } else if (current != null && line.stripLeading().startsWith("[")) {
                throw new UserError(place + ": '" + line.strip() + "' is not a bar; expected [birth,death)");
            }
        }
        SortedMap<Integer, PersistenceDiagram> built = new TreeMap<>();
        diagrams.forEach((dimension, bars) -> built.put(dimension, bars.diagram()));
        return built;
    }

    private static double death(String place, String word) {
        return word.isEmpty() || word.equals("inf") ? Double.POSITIVE_INFINITY : number(place, word);
    }

    private static double number(String place, String word) {
        try {
            return Double.parseDouble(word);
        } catch (NumberFormatException e) {
            throw new UserError(place + ": '" + word + "' is not a number", e);
        }
    }
}
