package org.crease.trainer.config.yaml;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.crease.trainer.config.yaml.YamlNode.Entry;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads YAML into a tree, from the parser's events: they come one by one, so that depth and number of values are bounded
 * before anything is built. Anchors, aliases, tags, directives and second documents are refused: a configuration needs
 * none of them, and each is a way to make a small file mean something large or strange.
 */
public final class YamlReader {

    /** Deepest nesting read. */
    public static final int MAX_DEPTH = 32;

    /** Most values read, keys counted too. */
    public static final int MAX_VALUES = 10_000;

    private final String source;
    private final boolean lines;
    private final BiConsumer<Mark, String> problems;
    private final Iterator<Event> events;
    private int values;

    private YamlReader(String text, String source, boolean lines, BiConsumer<Mark, String> problems) {
        this.source = source;
        this.lines = lines;
        this.problems = problems;
        LoadSettings settings = LoadSettings.builder().setLabel(source).build();
        this.events = new Parse(settings).parseString(text).iterator();
    }

    /**
     * Reads a file's text.
     *
     * @param problems told of everything that is refused and does not end the reading
     * @throws YamlRefusedException when the text is not YAML, or nested too deeply, or holds too many values
     */
    public static YamlNode read(String text, String source, BiConsumer<Mark, String> problems)
            throws YamlRefusedException {
        return read(text, new YamlReader(text, source, true, problems));
    }

    /** Reads a single value given elsewhere than in a file: its marks name the source alone. */
    public static YamlNode readValue(String text, String source, BiConsumer<Mark, String> problems)
            throws YamlRefusedException {
        return read(text, new YamlReader(text, source, false, problems));
    }

    private static YamlNode read(String text, YamlReader reader) throws YamlRefusedException {
        try {
            return reader.document();
        } catch (MarkedYamlEngineException e) {
            throw new YamlRefusedException(reader.mark(e.getProblemMark()), "is not YAML: " + problem(e), e);
        } catch (ReaderException e) {
            String before = text.substring(0, text.offsetByCodePoints(0, e.getPosition()));
            int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
            Mark mark = reader.mark(line, before.length() - before.lastIndexOf('\n'));
            String message = String.format("holds the character U+%04X, which YAML does not allow", e.getCodePoint());
            throw new YamlRefusedException(mark, message, e);
        } catch (YamlEngineException e) {
            throw new YamlRefusedException(Mark.of(reader.source), "is not YAML: " + e.getMessage(), e);
        }
    }

    private static String problem(MarkedYamlEngineException e) {
        String problem = e.getProblem();
        if (problem.contains("\\t(TAB)") || problem.contains("'\t'")) {
            return "a tab stands where only spaces may; indent with spaces";
        } else if (problem.contains("mapping values are not allowed here")) {
            return "a second ': ' on one line; quote the text, or check the indentation";
        } else if (problem.startsWith("expected <block end>")) {
            return "the indentation does not fit the lines above";
        }
        return problem;
    }

    private YamlNode document() throws YamlRefusedException {
        events.next();
        Event start = events.next();
        if (!(start instanceof DocumentStartEvent document)) {
            return new YamlNode.Scalar(mark(1, 1), "", true);
        }
        if (document.getSpecVersion().isPresent() || !document.getTags().isEmpty()) {
            problems.accept(mark(start.getStartMark()), "a directive (%) is not supported; leave it out");
        }
        YamlNode root = node(events.next(), 0);
        events.next();
        Event end = events.next();
        if (end instanceof DocumentStartEvent) {
            problems.accept(mark(end.getStartMark()), "a second document begins here; a file holds one");
        }
        return root;
    }

    private YamlNode node(Event event, int depth) throws YamlRefusedException {
        Mark mark = mark(event.getStartMark());
        if (++values > MAX_VALUES) {
            throw new YamlRefusedException(mark, "holds more than " + MAX_VALUES + " values");
        }
        if (depth > MAX_DEPTH) {
            throw new YamlRefusedException(mark, "is nested more than " + MAX_DEPTH + " deep");
        }
        if (event instanceof AliasEvent) {
            problems.accept(mark, "an alias (*) is not supported; write the value again, or use extends");
            return new YamlNode.Scalar(mark, "", true);
        }
        refuseDecoration((NodeEvent) event, mark);
        if (event instanceof ScalarEvent scalar) {
            return new YamlNode.Scalar(mark, scalar.getValue(), scalar.isPlain());
        } else if (event instanceof MappingStartEvent) {
            return mapping(mark, depth);
        }
        return sequence(mark, depth);
    }

    private void refuseDecoration(NodeEvent event, Mark mark) {
        event.getAnchor()
                .ifPresent(anchor -> problems.accept(
                        mark, "an anchor (&" + anchor + ") is not supported; write the value again, or use extends"));
        Optional<String> tag =
                event instanceof ScalarEvent scalar ? scalar.getTag() : ((CollectionStartEvent) event).getTag();
        tag.ifPresent(text -> problems.accept(mark, "a tag (" + text + ") is not supported; leave it out"));
    }

    private YamlNode sequence(Mark mark, int depth) throws YamlRefusedException {
        List<YamlNode> items = new ArrayList<>();
        Event event = events.next();
        while (event.getEventId() != Event.ID.SequenceEnd) {
            items.add(node(event, depth + 1));
            event = events.next();
        }
        return new YamlNode.Sequence(mark, items);
    }

    private YamlNode mapping(Mark mark, int depth) throws YamlRefusedException {
        Map<String, Entry> entries = new LinkedHashMap<>();
        Event event = events.next();
        while (event.getEventId() != Event.ID.MappingEnd) {
            YamlNode key = node(event, depth + 1);
            YamlNode value = node(events.next(), depth + 1);
            add(entries, key, value);
            event = events.next();
        }
        return new YamlNode.Mapping(mark, entries);
    }

    private void add(Map<String, Entry> entries, YamlNode key, YamlNode value) {
        if (!(key instanceof YamlNode.Scalar name)) {
            problems.accept(key.mark(), "a key must be a word, not a list or a mapping");
        } else if (name.plain() && name.text().equals("<<")) {
            problems.accept(key.mark(), "a merge key (<<) is not supported; use extends");
        } else if (entries.containsKey(name.text())) {
            Mark first = entries.get(name.text()).keyMark();
            String where = first.line() > 0 ? " in line " + first.line() : "";
            problems.accept(key.mark(), "the key " + name.text() + " is given twice; first" + where);
        } else {
            entries.put(name.text(), new Entry(key.mark(), value));
        }
    }

    private Mark mark(Optional<org.snakeyaml.engine.v2.exceptions.Mark> mark) {
        return mark.map(at -> mark(at.getLine() + 1, at.getColumn() + 1)).orElseGet(() -> Mark.of(source));
    }

    private Mark mark(int line, int column) {
        return lines ? new Mark(source, line, column) : Mark.of(source);
    }
}
