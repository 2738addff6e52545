package org.crease.app.homology;

import org.crease.app.terminal.Waiting;
import org.crease.homology.Progress;

/** Shows how far a computation is. */
record JobProgress(Waiting waiting) implements Progress {

    static Progress to(Waiting waiting) {
        return new JobProgress(waiting);
    }

    @Override
    public void at(double fraction, String doing) {
        waiting.now(doing + "  " + (int) (100 * fraction) + " %");
    }
}
