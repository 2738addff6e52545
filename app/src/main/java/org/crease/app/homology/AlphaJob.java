package org.crease.app.homology;

import java.io.IOException;
import java.util.List;
import org.crease.app.command.UserError;
import org.crease.app.homology.input.Input;
import org.crease.app.homology.input.InputFile;
import org.crease.app.terminal.Waiting;
import org.crease.homology.complex.AlphaComplex;
import org.crease.homology.complex.FilteredComplex;
import org.crease.homology.complex.SimplicialHomology;
import org.crease.homology.diagram.Diagrams;
import org.crease.homology.metric.PointCloud;

/** The homology of balls that grow around points of the plane or of space. */
record AlphaJob(InputFile source, Cut cut, Ratio ratio, int modulus) implements Job {

    @Override
    public Result run(Waiting waiting) throws IOException, InterruptedException {
        SimplicialHomology homology = SimplicialHomology.over(modulus);
        if (!(source.read() instanceof Input.Points points)) {
            throw new UserError("--complex alpha is of points; " + source.name() + " holds distances");
        }
        PointCloud cloud = points.cloud();
        if (cloud.dimension() != 2 && cloud.dimension() != 3) {
            throw new UserError("--complex alpha is of points in dimension 2 or 3; those of " + source.name()
                    + " are in dimension " + cloud.dimension());
        }
        waiting.now("triangulating " + cloud.size() + " points");
        FilteredComplex complex = AlphaComplex.of(cloud);
        waiting.now("computing homology of " + complex.size() + " simplices");
        String what = "the alpha complex of points in dimension " + cloud.dimension();
        Diagrams diagrams = ratio.of(cut.of(homology.diagrams(complex), cloud.dimension() - 1, what));
        StandIn.Note note = new StandIn.Note(
                List.of("alpha complex with " + complex.size() + " simplices; scales are radii"),
                "\"complex\":{\"name\":\"alpha\",\"simplices\":" + complex.size() + "}");
        return new Result(Heading.of(points), diagrams, List.of(note));
    }
}
