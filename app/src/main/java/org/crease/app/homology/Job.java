package org.crease.app.homology;

import java.io.IOException;
import org.crease.app.terminal.Waiting;

/** A computation from the file to the result. */
interface Job {

    /**
     * Does it.
     *
     * @param waiting told what it is at
     */
    Result run(Waiting waiting) throws IOException, InterruptedException;

    /** What it is expected to take, once the file is read. */
    EstimateReport estimate(Waiting waiting) throws IOException, InterruptedException;
}
