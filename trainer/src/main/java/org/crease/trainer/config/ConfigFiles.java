package org.crease.trainer.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.crease.trainer.config.yaml.Mark;
import org.crease.trainer.config.yaml.YamlNode;
import org.crease.trainer.config.yaml.YamlReader;
import org.crease.trainer.config.yaml.YamlRefusedException;
import org.crease.trainer.config.yaml.YamlText;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file and those that it extends, merged into one tree.
 *
 * <p>What may be extended lies, symbolic links resolved, in one directory tree: the nearest directory above the first file
 * that is named {@code configs}, or else the directory of the first file. A configuration from elsewhere thus reads nothing
 * of its reader's.
 */
final class ConfigFiles {

    /** The version of the configuration's format that is read and written. */
    static final int SCHEMA = 1;

    static final String SCHEMA_KEY = "schema";
    static final String EXTENDS_KEY = "extends";

    /** The keys of a file that are no settings. */
    static final List<String> OWN_KEYS = List.of(SCHEMA_KEY, EXTENDS_KEY);

    private static final int MAX_FILES = 8;

    private final Form form;
    private final Problems problems;
    private final List<Path> chain = new ArrayList<>();
    private @Nullable Path top;

    ConfigFiles(Form form, Problems problems) {
        this.form = form;
        this.problems = problems;
    }

    /**
     * The tree of a file.
     *
     * @param source how the file is called in messages
     * @return null when a file could not be read, which has then been told
     */
    YamlNode.@Nullable Mapping read(Path file, String source) {
        try {
            String text = YamlText.read(file, source);
            Path real = file.toRealPath();
            chain.add(real);
            return parse(text, source, real.getParent());
        } catch (YamlRefusedException e) {
            problems.add(e);
        } catch (IOException e) {
            problems.add(Mark.of(source), "cannot be read: " + e.getMessage());
        }
        return null;
    }

    /**
     * The tree of a text.
     *
     * @param base directory that {@code extends} starts from; null when there is none
     */
    YamlNode.@Nullable Mapping parse(String text, String source, @Nullable Path base) {
        try {
            YamlNode root = YamlReader.read(text, source, problems::add);
            if (!(root instanceof YamlNode.Mapping mapping)) {
                problems.add(root.mark(), "must be a mapping of settings");
                return null;
            }
            return isReadable(mapping) ? extended(mapping.without(SCHEMA_KEY), source, base) : null;
        } catch (YamlRefusedException e) {
            problems.add(e);
            return null;
        }
    }

    private boolean isReadable(YamlNode.Mapping mapping) {
        YamlNode.Entry entry = mapping.entries().get(SCHEMA_KEY);
        if (entry == null) {
            return true;
        }
        String version = entry.value() instanceof YamlNode.Scalar scalar ? Words.shown(scalar.text()) : "no number";
        if (version.equals(String.valueOf(SCHEMA))) {
            return true;
        }
        boolean newer = version.matches("[1-9][0-9]*");
        problems.add(
                entry.value().mark(),
                SCHEMA_KEY,
                newer
                        ? "is " + version + ", but this Crease reads up to " + SCHEMA
                                + "; use the newer Crease that wrote it"
                        : "must be " + SCHEMA + ", not " + version);
        return false;
    }

    private YamlNode.@Nullable Mapping extended(YamlNode.Mapping mapping, String source, @Nullable Path base) {
        YamlNode.Entry entry = mapping.entries().get(EXTENDS_KEY);
        if (entry == null) {
            return mapping;
        }
        Mark mark = entry.value().mark();
        Path file = base == null ? refuse(mark, "has no directory to start from") : located(entry.value(), base);
        if (file == null) {
            return null;
        }
        YamlNode.Mapping below = read(file, beside(source, entry.value()));
        YamlNode.Mapping own = mapping.without(EXTENDS_KEY);
        return below == null ? null : (YamlNode.Mapping) Merge.merge(form, below, own);
    }

    private static String beside(String source, YamlNode name) {
        return Path.of(source)
                .resolveSibling(((YamlNode.Scalar) name).text())
                .normalize()
                .toString();
    }

    private @Nullable Path refuse(Mark mark, String message) {
        problems.add(mark, EXTENDS_KEY, message);
        return null;
    }

    /** The file meant, symbolic links resolved, when it may be extended. */
    private @Nullable Path located(YamlNode value, Path base) {
        Mark mark = value.mark();
        if (!(value instanceof YamlNode.Scalar name)
                || name.isNull()
                || name.text().codePoints().anyMatch(Words::unsafe)) {
            return refuse(mark, "must be the name of one file");
        }
        String shown = Words.shown(name.text());
        try {
            Path directory = base.toRealPath();
            if (top == null) {
                top = topOf(directory);
            }
            Path given = directory.resolve(name.text());
            if (Path.of(name.text()).isAbsolute() || !given.normalize().startsWith(top)) {
                return refuse(mark, shown + " is outside " + top.getFileName() + ", the directory that may be used");
            } else if (!Files.exists(given)) {
                return refuse(mark, shown + " does not exist");
            }
            Path real = given.toRealPath();
            if (!real.startsWith(top)) {
                return refuse(mark, shown + " leads outside " + top.getFileName() + ", the directory that may be used");
            }
            return unseen(real, mark, shown);
        } catch (IOException | InvalidPathException e) {
            return refuse(mark, shown + " cannot be read: " + e.getMessage());
        }
    }

    private @Nullable Path unseen(Path real, Mark mark, String shown) {
        if (chain.contains(real)) {
            return refuse(mark, shown + " extends this file in turn: a circle");
        } else if (chain.size() > MAX_FILES) {
            return refuse(mark, shown + " is one file too many: at most " + MAX_FILES + " in a row");
        }
        return real;
    }

    private static Path topOf(Path directory) {
        for (Path above = directory; above != null; above = above.getParent()) {
            if (above.endsWith("configs")) {
                return above;
            }
        }
        return directory;
    }
}
