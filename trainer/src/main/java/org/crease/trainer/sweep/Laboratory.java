package org.crease.trainer.sweep;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.crease.trainer.data.source.DataException;
import org.crease.trainer.device.TrainingDevice;
import org.crease.trainer.experiment.Probes;
import org.crease.trainer.seed.Streams;
import org.crease.trainer.sweep.network.RandomNetwork;
import org.crease.trainer.sweep.plan.Cell;
import org.crease.trainer.sweep.plan.Measurement;
import org.crease.trainer.sweep.plan.SubjectConfig.RandomNetworks;
import org.crease.trainer.sweep.plan.SweepPlan;
import org.jspecify.annotations.Nullable;

/** Does one repetition of a cell. */
final class Laboratory {
    private final Streams streams;
    private final @Nullable TrainingShop shop;

    Laboratory(SweepPlan plan, @Nullable Path directory, Supplier<Surroundings> surroundings) {
        streams = new Streams(plan.config().seed());
        boolean trains = plan.cells().get(0).work() instanceof Cell.TrainingWork;
        if (trains && directory == null) {
            throw new IllegalArgumentException("a sweep of trainings needs a directory for its runs");
        }
        if (!trains) {
            TrainingDevice.takeCpu();
        }
        shop = directory == null || !trains ? null : new TrainingShop(directory.resolve("runs"), surroundings.get());
    }

    void requestStop() {
        if (shop != null) {
            shop.requestStop();
        }
    }

    /** The measurements; none when it was stopped. */
    List<Measurement> measure(Cell cell, int repetition) throws InterruptedException {
        String name = "sweep/" + cell.name() + "/" + repetition;
        try {
            if (cell.work() instanceof Cell.NetworkWork work) {
                return measure(work.config(), name);
            } else if (shop != null && cell.work() instanceof Cell.TrainingWork work) {
                return shop.train(work, cell, repetition, streams.seedOf(name));
            }
        } catch (DataException e) {
            throw e;
        } catch (RuntimeException e) {
            String where = cell.name().isEmpty() ? "" : " of " + cell.name();
            throw new SweepException("repetition " + repetition + where + ": " + e.getMessage(), e);
        }
        throw new IllegalStateException("nobody does " + cell.work());
    }

    private List<Measurement> measure(RandomNetworks config, String name) throws InterruptedException {
        RandomNetwork network = RandomNetwork.draw(config, streams, name);
        List<Measurement> measured = new ArrayList<>(network.measure());
        measured.addAll(network.examine(Probes.create(config.probes(), streams)));
        return measured;
    }
}
