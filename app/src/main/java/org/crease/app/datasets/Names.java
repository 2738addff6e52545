package org.crease.app.datasets;

import java.util.List;
import org.crease.app.command.UserError;
import org.crease.trainer.data.library.DatasetInfo;
import org.crease.trainer.data.library.DatasetLibrary;

/** Names of data sets as a user writes them. */
final class Names {

    private Names() {}

    /** Refuses a name that the library does not know. */
    static void check(DatasetLibrary library, String name) {
        List<String> known = library.list().stream().map(DatasetInfo::name).toList();
        if (!known.contains(name)) {
            throw new UserError("no data set is called '" + name + "'; known: " + String.join(", ", known));
        }
    }
}
