package org.crease.probes.overlap;

import java.util.Arrays;
import org.crease.probes.ProbeException;
import org.ojalgo.matrix.decomposition.SingularValue;
import org.ojalgo.matrix.store.MatrixStore;
import org.ojalgo.matrix.store.R064Store;

/**
 * A = U diag(values) Vᵀ in double precision, with all of V: its last columns span the kernel.
 *
 * @param values descending, one for each column of A (zeros where A has fewer rows)
 * @param left U by columns, those of the values
 * @param right V by columns
 */
record SingularValues(double[] values, double[][] left, double[][] right) {

    static SingularValues of(AffineMap map) {
        int columns = map.inputs();
        R064Store matrix = R064Store.FACTORY.make(Math.max(map.outputs(), columns), columns);
        for (int i = 0; i < map.outputs(); i++) {
            for (int j = 0; j < columns; j++) {
                matrix.set(i, j, map.matrix()[i * columns + j]);
            }
        }
        SingularValue<Double> decomposition = SingularValue.R064.make(matrix);
        if (!decomposition.decompose(matrix)) {
            throw new ProbeException("singular values of a " + map.outputs() + " × " + columns
                    + " matrix could not be computed; expected ojAlgo to converge");
        }
        double[] values = new double[columns];
        Arrays.setAll(values, decomposition.getSingularValues()::doubleValue);
        return new SingularValues(
                values,
                columns(decomposition.getU(), map.outputs(), columns),
                columns(decomposition.getV(), columns, columns));
    }

    private static double[][] columns(MatrixStore<Double> matrix, int rows, int count) {
        double[][] columns = new double[count][rows];
        for (int j = 0; j < count; j++) {
            for (int i = 0; i < rows; i++) {
                columns[j][i] = matrix.doubleValue(i, j);
            }
        }
        return columns;
    }

    /** The largest; zero where there is none. */
    double largest() {
        return values.length == 0 ? 0 : values[0];
    }

    /** Number of values above a threshold. */
    int above(double threshold) {
        return (int) Arrays.stream(values).filter(value -> value > threshold).count();
    }
}
