package org.crease.gpu.work;

import java.util.ArrayDeque;
import java.util.Deque;
import org.crease.gpu.driver.Device;
import org.crease.gpu.driver.DeviceInfo;
import org.crease.gpu.driver.DriverException;
import org.crease.gpu.driver.Function;
import org.crease.gpu.driver.Memory;

/** What one piece of work has on a device: memory, which is freed when the work ends, and kernels. For one thread. */
public final class Workspace implements AutoCloseable {
    private static final double SPARE = 0.9; // of the free memory: drivers round up and keep some for themselves
    private static final double OPERATIONS_OF_GPU = 2e11; // a launch: a tenth of a second or so
    private static final double OPERATIONS_OF_CPU = 1e9;

    private final Device device;
    private final Programs programs;
    private final Staging staging;
    private final Deque<Memory> held = new ArrayDeque<>();

    Workspace(Device device, Programs programs, Staging staging) {
        this.device = device;
        this.programs = programs;
        this.staging = staging;
    }

    public DeviceInfo info() {
        return device.info();
    }

    /** Bytes to plan with: what is free, less a tenth. */
    public long freeMemory() {
        return (long) (SPARE * device.freeMemory());
    }

    /** The most operations that a launch should take, so that it can be interrupted between launches. */
    public double operationsOfLaunch() {
        return info().kind() == DeviceInfo.Kind.GPU ? OPERATIONS_OF_GPU : OPERATIONS_OF_CPU;
    }

    /** A kernel: the file it is in, without its ending, and its name. */
    public Function function(String source, String name) {
        return programs.function(source, name);
    }

    /** Memory of any content for so many bytes, one at least. */
    public Memory allocate(long bytes) {
        Memory memory = device.allocate(Math.max(1, bytes));
        held.push(memory);
        return memory;
    }

    /** Frees memory before the end. */
    public void free(Memory memory) {
        held.remove(memory);
        memory.close();
    }

    public Memory copy(float[] numbers) {
        Memory memory = allocate((long) Float.BYTES * numbers.length);
        staging.write(memory, 0, numbers.length, Float.BYTES, (buffer, first) -> {
            buffer.asFloatBuffer().put(numbers, first, buffer.remaining() / Float.BYTES);
        });
        return memory;
    }

    public Memory copy(double[] numbers) {
        Memory memory = allocate((long) Double.BYTES * numbers.length);
        staging.write(memory, 0, numbers.length, Double.BYTES, (buffer, first) -> {
            buffer.asDoubleBuffer().put(numbers, first, buffer.remaining() / Double.BYTES);
        });
        return memory;
    }

    public Memory copy(int[] numbers) {
        Memory memory = allocate((long) Integer.BYTES * numbers.length);
        staging.write(memory, 0, numbers.length, Integer.BYTES, (buffer, first) -> {
            buffer.asIntBuffer().put(numbers, first, buffer.remaining() / Integer.BYTES);
        });
        return memory;
    }

    public Memory copy(long[] numbers) {
        Memory memory = allocate((long) Long.BYTES * numbers.length);
        staging.write(memory, 0, numbers.length, Long.BYTES, (buffer, first) -> {
            buffer.asLongBuffer().put(numbers, first, buffer.remaining() / Long.BYTES);
        });
        return memory;
    }

    /** Writes numbers of an array, from {@code at} on, to where a byte of the memory is. */
    public void write(Memory to, long offset, int[] from, int at, int count) {
        staging.write(to, offset, count, Integer.BYTES, (buffer, first) -> {
            buffer.asIntBuffer().put(from, at + first, buffer.remaining() / Integer.BYTES);
        });
    }

    public void write(Memory to, long offset, float[] from, int at, int count) {
        staging.write(to, offset, count, Float.BYTES, (buffer, first) -> {
            buffer.asFloatBuffer().put(from, at + first, buffer.remaining() / Float.BYTES);
        });
    }

    /** Reads numbers that begin at a byte of the memory into an array, from {@code at} on. */
    public void read(Memory from, long offset, float[] into, int at, int count) {
        staging.read(from, offset, count, Float.BYTES, (buffer, first) -> {
            buffer.asFloatBuffer().get(into, at + first, buffer.remaining() / Float.BYTES);
        });
    }

    public void read(Memory from, long offset, double[] into, int at, int count) {
        staging.read(from, offset, count, Double.BYTES, (buffer, first) -> {
            buffer.asDoubleBuffer().get(into, at + first, buffer.remaining() / Double.BYTES);
        });
    }

    public void read(Memory from, long offset, int[] into, int at, int count) {
        staging.read(from, offset, count, Integer.BYTES, (buffer, first) -> {
            buffer.asIntBuffer().get(into, at + first, buffer.remaining() / Integer.BYTES);
        });
    }

    public void read(Memory from, long offset, long[] into, int at, int count) {
        staging.read(from, offset, count, Long.BYTES, (buffer, first) -> {
            buffer.asLongBuffer().get(into, at + first, buffer.remaining() / Long.BYTES);
        });
    }

    /** Waits for the work asked for. */
    public void finish() {
        device.finish();
    }

    /** Waits for the work asked for, and ends it all when the thread is interrupted; to be called now and then, after a launch. */
    public void await(String doing) throws InterruptedException {
        device.finish();
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted while " + doing + " on " + info());
        }
    }

    /** Frees what is held, once the work asked for is done. */
    @Override
    public void close() {
        DriverException failure = null;
        while (!held.isEmpty()) {
            try {
                held.pop().close();
            } catch (DriverException e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
