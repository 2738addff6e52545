package org.crease.app.homology;

import org.crease.app.command.UserError;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say of which bars representatives are wanted; a picocli mixin. */
final class RepresentativeOptions {
    @Option(
            names = "--representatives",
            description = "Show of each loop, void, .. its simplices, a cycle and a cocycle.")
    boolean wanted;

    @Option(
            names = "--longest",
            paramLabel = "N",
            description = "Of the N longest bars of each dimension alone (default: of all).")
    @Nullable
    Integer longest;

    @Option(names = "--verify", description = "Prove them from the distances alone; exit status 1 if one is wrong.")
    boolean verify;

    /** Whether any are wanted; refuses what is said of none. */
    boolean wanted() {
        if (!wanted && (longest != null || verify)) {
            throw new UserError((verify ? "--verify" : "--longest")
                    + " is of representatives, and none are asked for; add --representatives");
        }
        if (longest != null && longest < 1) {
            throw new UserError("--longest is " + longest + "; a number of bars, at least 1, is expected");
        }
        return wanted;
    }

    /** How they are found. */
    RepresentativeBars bars(Ratio ratio) {
        return new RepresentativeBars(longest, ratio, verify);
    }
}
