package org.crease.app.run;

import org.crease.app.datasets.DownloadLine;
import org.crease.app.terminal.Terminal;
import org.crease.runlog.RunDirectory;
import org.crease.trainer.data.library.DatasetLibrary;
import org.crease.trainer.experiment.Experiment;

/** The experiment of a run that is looked at again. */
public final class RecordedExperiment {
    private RecordedExperiment() {}

    /** Loads it, showing what is downloaded, and tells where it is computed elsewhere than the run was. */
    public static Experiment of(RunDirectory run, Terminal terminal) {
        try (DownloadLine downloads = new DownloadLine(terminal)) {
            Experiment experiment = Experiment.recorded(run, DatasetLibrary.standard(), downloads);
            experiment.device().departure(run.manifest().device()).ifPresent(words -> terminal.tell("note: " + words));
            return experiment;
        }
    }
}
