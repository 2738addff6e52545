package org.crease.trainer.data.table;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import org.crease.runlog.storage.Digests;
import org.crease.trainer.config.DataConfig;
import org.crease.trainer.data.source.DataException;
import org.crease.trainer.data.source.Samples;
import org.crease.trainer.data.source.Source;
import org.crease.trainer.data.source.Table;

/** Loads a user's table of numbers. */
public final class Csv {
    private static final String KEY = "task.data.csv";

    private Csv() {}

    /**
     * Loads a table.
     *
     * @param base folder that the file is relative to
     * @throws DataException when the file is not such a table; the message says line and column
     */
    public static Source load(DataConfig.Csv config, Path base) {
        Path path = file(KEY, config.file(), base);
        MessageDigest digest = Digests.sha256();
        CsvTable table;
        try (DigestInputStream in = new DigestInputStream(Files.newInputStream(path), digest);
                Reader reader = new InputStreamReader(
                        in,
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT))) {
            table = CsvTable.read(reader, path.toString(), config.header(), config.label(), config.ignore());
        } catch (IOException e) {
            throw new DataException(path + ": cannot be read: " + e.getMessage(), e);
        }
        Labels labels = table.labels();
        return new Source(
                String.valueOf(path.getFileName()),
                KEY,
                new long[] {table.width()},
                new Samples(new Table(table.values(), table.width()), labels.classes(), labels.values(), null),
                null,
                labels.names(),
                "has labels that are not whole numbers",
                false,
                null,
                Map.of(String.valueOf(path.getFileName()), Digests.hex(digest)),
                List.of());
    }

    /** A regular file named in the configuration. */
    static Path file(String key, String name, Path base) {
        Path path;
        try {
            path = base.resolve(name).normalize();
        } catch (InvalidPathException e) {
            throw new DataException(key + ".file: '" + name + "' is not a file name: " + e.getReason(), e);
        }
        if (!Files.exists(path)) {
            throw new DataException(key + ".file: " + path + " does not exist");
        }
        if (!Files.isRegularFile(path)) {
            throw new DataException(key + ".file: " + path + " is not a regular file");
        }
        return path;
    }
}
