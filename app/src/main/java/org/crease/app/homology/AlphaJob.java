package org.crease.app.homology;

import java.io.IOException;
import java.util.List;
import org.crease.app.command.Failure;
import org.crease.app.command.UserError;
import org.crease.app.homology.input.Input;
import org.crease.app.homology.input.InputFile;
import org.crease.app.terminal.Waiting;
import org.crease.homology.Budget;
import org.crease.homology.BudgetExceededException;
import org.crease.homology.complex.AlphaComplex;
import org.crease.homology.complex.FilteredComplex;
import org.crease.homology.complex.SimplicialHomology;
import org.crease.homology.diagram.Diagrams;
import org.crease.homology.metric.PointCloud;

/** The homology of balls that grow around points of the plane or of space. */
record AlphaJob(InputFile source, Cut cut, Ratio ratio, int modulus, Budget budget) implements Job {

    @Override
    public Result run(Waiting waiting) throws IOException, InterruptedException {
        SimplicialHomology homology = SimplicialHomology.over(modulus);
        Input.Points points = read();
        PointCloud cloud = points.cloud();
        try {
            FilteredComplex complex = AlphaComplex.of(cloud, budget, JobProgress.to(waiting));
            waiting.now("computing homology of " + complex.size() + " simplices");
            return result(points, complex, homology.diagrams(complex));
        } catch (BudgetExceededException e) {
            throw new Failure(String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public EstimateReport estimate(Waiting waiting) throws IOException {
        Input.Points points = read();
        return new EstimateReport(
                List.of(source.name() + ": " + Heading.of(points).what(), "alpha complex"),
                AlphaComplex.estimate(points.cloud()),
                budget);
    }

    private Input.Points read() throws IOException {
        if (!(source.read() instanceof Input.Points points)) {
            throw new UserError("--complex alpha is of points; " + source.name() + " holds distances");
        }
        int dimension = points.cloud().dimension();
        if (dimension != 2 && dimension != 3) {
            throw new UserError("--complex alpha is of points in dimension 2 or 3; those of " + source.name()
                    + " are in dimension " + dimension);
        }
        return points;
    }

    private Result result(Input.Points points, FilteredComplex complex, Diagrams all) {
        int dimension = points.cloud().dimension();
        Diagrams diagrams =
                ratio.of(cut.of(all, dimension - 1, "the alpha complex of points in dimension " + dimension));
        StandIn.Note note = new StandIn.Note(
                List.of("alpha complex with " + complex.size() + " simplices; scales are radii"),
                "\"complex\":{\"name\":\"alpha\",\"simplices\":" + complex.size() + "}");
        return new Result(Heading.of(points), diagrams, List.of(note));
    }
}
