package org.crease.gpu.rank;

import java.util.Arrays;
import org.crease.gpu.driver.Argument;
import org.crease.gpu.driver.Function;
import org.crease.gpu.work.Workspace;

/** Launches kernels in pieces short enough that an interruption is noticed between them. For one piece of work. */
final class Launches {
    private static final int ITEMS = 256; // of a group, as in rank.h
    private static final String DOING = "computing ranks";

    private final Workspace space;
    private double asked;

    Launches(Workspace space) {
        this.space = space;
    }

    /**
     * Asks for the work of groups.
     *
     * @param operations of a group
     * @param arguments all but the last, which is the number of the first group
     */
    void launch(Function function, long groups, double operations, Argument... arguments) throws InterruptedException {
        Argument[] all = Arrays.copyOf(arguments, arguments.length + 1);
        long most =
                (long) Math.max(1, Math.min(Integer.MAX_VALUE, space.operationsOfLaunch() / Math.max(1, operations)));
        for (long first = 0; first < groups; first += most) {
            long count = Math.min(most, groups - first);
            all[arguments.length] = Argument.of(first);
            if (asked + count * operations > space.operationsOfLaunch()) {
                await();
            }
            function.launch(count, ITEMS, all);
            asked += count * operations;
        }
    }

    /** Into how many launches work of a group has to be cut. */
    int cuts(double operations) {
        return (int) Math.max(1, Math.ceil(operations / space.operationsOfLaunch()));
    }

    /** Waits for all that was asked for. */
    void await() throws InterruptedException {
        space.await(DOING);
        asked = 0;
    }
}
