package org.crease.benchmarks;

import java.lang.management.ManagementFactory;

/** Processor time, which says what work costs whoever else uses the machine. */
public final class CpuTime {
    private CpuTime() {}

    /** Nanoseconds that the calling thread has spent on a processor. */
    public static long ofThread() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
