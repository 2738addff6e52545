package org.crease.app.diagram;

import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import org.crease.app.command.UserError;
import org.crease.homology.diagram.PersistenceDiagram;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code {"diagrams": [[[birth, death], ..], ..]}}, one list a dimension from 0, the death {@code null} where there is none. */
final class JsonDiagrams {

    private JsonDiagrams() {}

    static SortedMap<Integer, PersistenceDiagram> parse(Path file, String text) {
        JsonNode lists = tree(file, text).path("diagrams");
        if (!lists.isArray()) {
            throw new UserError(file + ": no list \"diagrams\" in it");
        }
        SortedMap<Integer, PersistenceDiagram> diagrams = new TreeMap<>();
        for (int dimension = 0; dimension < lists.size(); dimension++) {
            diagrams.put(dimension, diagram(file + ": diagrams[" + dimension + "]", dimension, lists.get(dimension)));
        }
        return diagrams;
    }

    private static JsonNode tree(Path file, String text) {
        try {
            return JsonMapper.shared().readTree(text);
        } catch (JacksonException e) {
            throw new UserError(
                    file + ":" + e.getLocation().getLineNr() + ":"
                            + e.getLocation().getColumnNr() + ": " + e.getOriginalMessage(),
                    e);
        }
    }

    private static PersistenceDiagram diagram(String place, int dimension, JsonNode list) {
        if (!list.isArray()) {
            throw new UserError(place + " is not a list of bars");
        }
        Bars bars = new Bars(dimension);
        for (int k = 0; k < list.size(); k++) {
            JsonNode bar = list.get(k);
            String at = place + "[" + k + "]";
            boolean endless = bar.path(1).isNull();
            if (bar.size() != 2
                    || !bar.path(0).isNumber()
                    || !(endless || bar.path(1).isNumber())) {
                throw new UserError(at + " is not a bar; expected [birth, death], numbers, or null for no death");
            }
            bars.add(
                    at,
                    bar.path(0).asDouble(),
                    endless ? Double.POSITIVE_INFINITY : bar.path(1).asDouble());
        }
        return bars.diagram();
    }
}
