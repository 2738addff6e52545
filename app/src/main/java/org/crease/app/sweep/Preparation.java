package org.crease.app.sweep;

import java.util.List;
import java.util.Map;
import org.crease.app.terminal.JsonText;
import org.crease.runlog.figure.Figures;
import org.crease.runlog.storage.Json;

/**
 * Loads what results are written and drawn with on a thread of its own, while the configuration is read on one core alone. Of a
 * sweep that takes a second, that is a sixth.
 */
final class Preparation {
    private Preparation() {}

    /** Begins, and returns at once. */
    static void begin() {
        Thread thread = new Thread(Preparation::prepare, "preparation");
        thread.setDaemon(true);
        // What fails here fails again where it is needed, and is told there.
        thread.setUncaughtExceptionHandler((failed, failure) -> {});
        thread.start();
    }

    private static void prepare() {
        Json.putNumbers(Json.object(), "", Map.of("", 0.5));
        JsonText.document(Map.of("", List.of("", 0.5)));
        Figures.prepare();
    }
}
