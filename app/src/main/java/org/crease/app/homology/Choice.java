package org.crease.app.homology;

import java.util.List;
import org.crease.app.command.UserError;
import org.jspecify.annotations.Nullable;

/**
 * A complex and the one number that it may need.
 *
 * @param landmarks how many points it is built on; {@link #ALL}, or {@link #FIT} for as many as the budget allows
 * @param epsilon of a sparse filtration; 0 for others
 * @param neighbours of each point; 0 where they do not count
 */
record Choice(Complex complex, int landmarks, double epsilon, int neighbours) {
    static final int ALL = 0;
    static final int FIT = -1;

    /** Exact, on all points. */
    static final Choice RIPS = new Choice(Complex.RIPS, ALL, 0, 0);

    /** Refuses numbers that the complex does not need, and asks for one that it does. */
    static Choice of(
            Complex complex, @Nullable String landmarks, @Nullable Double epsilon, @Nullable Integer neighbours) {
        requireOf(landmarks, "--landmarks", complex, List.of(Complex.RIPS, Complex.WITNESS));
        requireOf(epsilon, "--epsilon", complex, List.of(Complex.SPARSE_RIPS));
        requireOf(neighbours, "--neighbours", complex, List.of(Complex.DTM_RIPS, Complex.KNN_RIPS));
        if (complex == Complex.WITNESS) {
            requireGiven(landmarks, "--landmarks N, the number of points it is built on", complex);
        } else if (complex == Complex.SPARSE_RIPS) {
            requireGiven(epsilon, "--epsilon E, by which births and deaths may be off", complex);
        } else if (complex == Complex.DTM_RIPS || complex == Complex.KNN_RIPS) {
            requireGiven(neighbours, "--neighbours K, the number of nearest points that count", complex);
        }
        return new Choice(
                complex,
                landmarks == null ? ALL : landmarks(complex, landmarks),
                epsilon == null ? 0 : positive(epsilon, "--epsilon", "a finite number above 0"),
                neighbours == null ? 0 : (int) positive(neighbours, "--neighbours", "a number of points, at least 1,"));
    }

    private static void requireOf(@Nullable Object value, String option, Complex complex, List<Complex> owners) {
        if (value != null && !owners.contains(complex)) {
            throw new UserError(option + " is of --complex " + owners.get(0)
                    + (owners.size() == 1 ? "" : " and " + owners.get(1)) + "; --complex is " + complex);
        }
    }

    private static void requireGiven(@Nullable Object value, String what, Complex complex) {
        if (value == null) {
            throw new UserError("--complex " + complex + " needs " + what);
        }
    }

    private static int landmarks(Complex complex, String word) {
        if (word.equals("fit") && complex == Complex.RIPS) {
            return FIT;
        }
        String expected = "a number of points, at least 1" + (complex == Complex.RIPS ? ", or fit" : "") + ",";
        if (!word.matches("[0-9]{1,9}")) {
            throw new UserError("--landmarks is '" + word + "'; " + expected + " is expected");
        }
        return (int) positive(Integer.parseInt(word), "--landmarks", expected);
    }

    private static double positive(double value, String option, String expected) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new UserError(option + " is " + (value == (int) value ? "" + (int) value : "" + value) + "; "
                    + expected + " is expected");
        }
        return value;
    }

    /** Whether it is the filtration of all points, exactly. */
    boolean isExact() {
        return complex == Complex.RIPS && landmarks == ALL;
    }

    /** The same on so many landmarks. */
    Choice on(int count) {
        return new Choice(complex, count, epsilon, neighbours);
    }
}
