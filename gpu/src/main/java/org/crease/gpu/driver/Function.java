package org.crease.gpu.driver;

/** A kernel of a program. */
public interface Function {

    /**
     * Asks for its work to be done, once all asked for before is done.
     *
     * @param groups number of work groups, from 1 to 2³¹ - 1
     * @param groupSize number of work items in a group, the number that the kernel is written for
     * @throws DriverException when the driver refuses
     */
    void launch(long groups, int groupSize, Argument... arguments);
}
