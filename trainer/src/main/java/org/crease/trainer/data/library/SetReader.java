package org.crease.trainer.data.library;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.crease.trainer.data.library.DatasetFile.Role;
import org.crease.trainer.data.source.Samples;
import org.crease.trainer.data.source.Source;
import org.crease.trainer.data.source.Table;
import org.crease.trainer.data.table.CsvTable;
import org.jspecify.annotations.Nullable;

/** Reads a data set from the verified contents of its files. */
final class SetReader {
    private final DatasetInfo set;
    private final Map<DatasetFile, Idx.Content> contents;

    SetReader(DatasetInfo set, Map<DatasetFile, Idx.Content> contents) {
        this.set = set;
        this.contents = contents;
    }

    Source read() {
        return switch (set.format()) {
            case IDX ->
                source(images(Role.TRAIN_IMAGES, Role.TRAIN_LABELS), images(Role.TEST_IMAGES, Role.TEST_LABELS));
            case CIFAR -> source(records(Role.TRAIN_RECORDS), records(Role.TEST_RECORDS));
            case CSV -> source(table(), null);
        };
    }

    private Samples images(Role images, Role labels) {
        int height = set.shape().get(1);
        int width = set.shape().get(2);
        return Idx.read(
                contents(images).get(0),
                contents(labels).get(0),
                height,
                width,
                set.classes().size());
    }

    private Samples records(Role role) {
        return CifarRecords.read(contents(role), set.width(), set.classes().size());
    }

    private Samples table() {
        Idx.Content content = contents(Role.TABLE).get(0);
        String text = new String(content.bytes(), StandardCharsets.UTF_8);
        CsvTable table = CsvTable.read(new StringReader(text), content.file(), set.header(), null, List.of());
        double[] values = table.values().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] /= set.scale();
        }
        int[] classes = Objects.requireNonNull(table.labels().classes(), set.name());
        return Samples.ofClasses(new Table(values, table.width()), classes);
    }

    private List<Idx.Content> contents(Role role) {
        return contents.entrySet().stream()
                .filter(entry -> entry.getKey().role() == role)
                .map(Map.Entry::getValue)
                .toList();
    }

    private Source source(Samples train, @Nullable Samples test) {
        Map<String, String> checksums = new LinkedHashMap<>();
        set.files().forEach(file -> checksums.put(file.plainName(), file.sha256()));
        return new Source(
                set.title(),
                "task.data.dataset",
                set.shape().stream().mapToLong(Integer::longValue).toArray(),
                train,
                test,
                set.classes(),
                "",
                false,
                null,
                checksums,
                List.of(set.about()));
    }
}
