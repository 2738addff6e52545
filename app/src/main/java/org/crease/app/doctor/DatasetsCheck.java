package org.crease.app.doctor;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.crease.trainer.data.library.DatasetInfo;
import org.crease.trainer.data.library.DatasetLibrary;
import org.crease.trainer.data.source.DataException;

/** Which data sets are on this machine. */
final class DatasetsCheck implements Check {

    private static final String NAME = "Data sets";

    private final Supplier<DatasetLibrary> library;

    DatasetsCheck(Supplier<DatasetLibrary> library) {
        this.library = library;
    }

    @Override
    public Result look() {
        try {
            DatasetLibrary known = library.get();
            Predicate<String> here = name -> known.locate(name).isPresent();
            List<String> names = known.list().stream().map(DatasetInfo::name).toList();
            List<String> present = names.stream().filter(here).toList();
            List<String> absent = names.stream().filter(here.negate()).toList();
            Result result = Result.ok(NAME, present.isEmpty() ? "none here" : String.join(", ", present))
                    .with("present", present)
                    .with("absent", absent);
            return absent.isEmpty()
                    ? result
                    : result.advising("Not here: " + String.join(", ", absent) + " (crease datasets fetch NAME).");
        } catch (DataException unreadable) {
            return Result.problem(
                    NAME,
                    String.valueOf(unreadable.getMessage()),
                    "Start Crease from its own checkout, with ./crease.");
        }
    }
}
