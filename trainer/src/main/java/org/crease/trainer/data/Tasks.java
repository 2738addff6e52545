package org.crease.trainer.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.crease.trainer.config.DataConfig;
import org.crease.trainer.config.TaskConfig;
import org.crease.trainer.data.library.DatasetLibrary;
import org.crease.trainer.data.library.Progress;
import org.crease.trainer.data.source.DataException;
import org.crease.trainer.data.source.Source;
import org.crease.trainer.data.table.Csv;
import org.crease.trainer.data.table.Npz;
import org.crease.trainer.data.toy.Functions;
import org.crease.trainer.data.toy.Toys;
import org.crease.trainer.seed.Streams;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Makes tasks from their configuration: reads or draws the data, splits it, scales it, works out the targets. */
public final class Tasks {
    private static final String STREAM = "data";

    private Tasks() {}

    /**
     * Makes a task. The same configuration and seed give the same arrays, bit for bit, on every Java platform.
     *
     * @param base folder that files named in the configuration are relative to
     * @param library where named data sets come from
     * @param progress is told of downloads
     * @throws DataException when the data cannot be had, is damaged, or does not have what the target asks
     */
    public static Task load(TaskConfig config, Path base, Streams streams, DatasetLibrary library, Progress progress) {
        Source source = source(config.data(), base, streams, library, progress);
        Splitter split = Splitter.split(source, config, streams);
        Scaler scaler = Scaler.fit(split.train(), config.standardize());
        Float32 float32 = new Float32(source.key());
        INDArray train = float32.array(split.train(), scaler, source.shape());
        INDArray test = float32.array(split.test(), scaler, source.shape());
        Targets targets = Targets.of(config.target(), source, split, train, test);
        return new Task(
                source.name(),
                new Split(train, targets.train(), split.train().labels()),
                new Split(test, targets.test(), split.test().labels()),
                source.shape(),
                targets.kind(),
                targets.outputs(),
                targets.continuous(),
                targets.names(),
                source.classNames(),
                source.truth(),
                source.checksums(),
                notes(source, float32));
    }

    private static Source source(
            DataConfig data, Path base, Streams streams, DatasetLibrary library, Progress progress) {
        if (data instanceof DataConfig.Dataset dataset) {
            return library.load(dataset.name(), progress);
        }
        if (data instanceof DataConfig.Csv csv) {
            return Csv.load(csv, base);
        }
        if (data instanceof DataConfig.Npz npz) {
            return Npz.load(npz, base);
        }
        if (data instanceof DataConfig.Toy toy) {
            return Toys.make(toy, streams.random(STREAM));
        }
        return Functions.make((DataConfig.Function) data, streams.random(STREAM));
    }

    private static List<String> notes(Source source, Float32 float32) {
        List<String> notes = new ArrayList<>(source.notes());
        if (float32.vanished() > 0) {
            notes.add(float32.vanished() + " input numbers are too small for float32 and became 0");
        }
        return notes;
    }
}
