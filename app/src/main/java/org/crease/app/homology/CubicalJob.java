package org.crease.app.homology;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.crease.app.homology.input.Grid;
import org.crease.app.homology.input.GridFile;
import org.crease.app.terminal.Waiting;
import org.crease.homology.complex.CubicalComplex;
import org.crease.homology.diagram.Diagrams;

/** The homology of what is at most t in an array, for growing t. */
record CubicalJob(GridFile source, Cut cut, int modulus) implements Job {

    @Override
    public Result run(Waiting waiting) throws IOException, InterruptedException {
        Grid grid = source.read();
        waiting.now("computing homology of " + grid + " entries");
        Diagrams all = CubicalComplex.ofTopCells(grid.values(), grid.shape()).diagrams(modulus);
        String what = "an array of shape " + grid;
        Diagrams diagrams = cut.of(all, grid.shape().length - 1, what);
        StandIn.Note note = new StandIn.Note(
                List.of("cubical complex of " + what + "; scales are entries"),
                "\"complex\":{\"name\":\"cubical\",\"shape\":"
                        + Arrays.toString(grid.shape()).replace(" ", "") + "}");
        Heading heading = new Heading(List.of(), List.of(), grid.values().length, " entries, " + grid);
        return new Result(heading, diagrams, List.of(note));
    }
}
