package org.crease.trainer.saved;

import java.nio.file.Path;
import java.util.Arrays;
import org.crease.runlog.storage.Printable;
import org.crease.trainer.data.source.DataException;

/** Words for what is wrong with an array in a file: what, actual, expected. */
record SavedFile(Path path) {

    DataException wrong(String array, String problem) {
        return new DataException(Printable.of(path + ": array '" + array + "' " + problem));
    }

    DataException wrong(String problem) {
        return new DataException(Printable.of(path + ": " + problem));
    }

    /** An array of another shape than the rest of the file asks for. */
    DataException shape(String array, long[] actual, String expected) {
        return wrong(array, "has shape " + Arrays.toString(actual) + "; expected " + expected);
    }
}
