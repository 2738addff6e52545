package org.crease.app.homology;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.crease.app.command.UserError;

/** What is built of a file, by the word that a user has for it. */
enum Complex {
    RIPS("rips"),
    SPARSE_RIPS("sparse-rips"),
    DTM_RIPS("dtm-rips"),
    KNN_RIPS("knn-rips"),
    WITNESS("witness"),
    ALPHA("alpha"),
    CUBICAL("cubical");

    private final String word;

    Complex(String word) {
        this.word = word;
    }

    static Complex named(String word) {
        for (Complex complex : values()) {
            if (complex.word.equals(word)) {
                return complex;
            }
        }
        throw new UserError("--complex is '" + word + "'; expected one of "
                + Arrays.stream(values()).map(Complex::toString).collect(Collectors.joining(", ")));
    }

    /** Whether the Vietoris-Rips engine computes it, from distances. */
    boolean isOfDistances() {
        return this != ALPHA && this != CUBICAL;
    }

    /** Refuses an option that is of complexes of distances alone. */
    void requireDistances(String option) {
        if (!isOfDistances()) {
            throw new UserError(option + " is of complexes that are built of distances; --complex is " + word);
        }
    }

    @Override
    public String toString() {
        return word;
    }
}
