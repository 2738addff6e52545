package org.crease.app.homology;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.crease.app.command.Failure;
import org.crease.app.homology.input.Grid;
import org.crease.app.homology.input.GridFile;
import org.crease.app.terminal.Waiting;
import org.crease.homology.Budget;
import org.crease.homology.BudgetExceededException;
import org.crease.homology.complex.CubicalComplex;
import org.crease.homology.diagram.Diagrams;

/** The homology of what is at most t in an array, for growing t. */
record CubicalJob(GridFile source, Cut cut, int modulus, Budget budget) implements Job {

    @Override
    public Result run(Waiting waiting) throws IOException, InterruptedException {
        Grid grid = source.read();
        try {
            Diagrams all = complex(grid)
                    .within(budget)
                    .reportingTo(JobProgress.to(waiting))
                    .diagrams(modulus);
            return result(grid, all);
        } catch (BudgetExceededException e) {
            throw new Failure(String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public EstimateReport estimate(Waiting waiting) throws IOException {
        Grid grid = source.read();
        return new EstimateReport(
                List.of(source.file().name() + ": " + heading(grid).what(), "cubical complex"),
                complex(grid).estimate(),
                budget);
    }

    private static CubicalComplex complex(Grid grid) {
        return CubicalComplex.ofTopCells(grid.values(), grid.shape());
    }

    private static Heading heading(Grid grid) {
        return new Heading(List.of(), List.of(), grid.values().length, " entries, " + grid);
    }

    private Result result(Grid grid, Diagrams all) {
        String what = "an array of shape " + grid;
        Diagrams diagrams = cut.of(all, grid.shape().length - 1, what);
        StandIn.Note note = new StandIn.Note(
                List.of("cubical complex of " + what + "; scales are entries"),
                "\"complex\":{\"name\":\"cubical\",\"shape\":"
                        + Arrays.toString(grid.shape()).replace(" ", "") + "}");
        return new Result(heading(grid), diagrams, List.of(note));
    }
}
