package org.crease.gpu.work;

import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.crease.gpu.driver.Device;
import org.crease.gpu.driver.DeviceInfo;
import org.crease.gpu.driver.DriverException;
import org.crease.homology.kernel.KernelException;

/**
 * A device that threads use one after the other, in the order in which they came. What a piece of work allocates is freed
 * when it ends, however it ends; programs are compiled once.
 */
public final class SharedDevice implements AutoCloseable {
    private final Device device;
    private final ReentrantLock turn = new ReentrantLock(true);
    private final Programs programs;
    private final Staging staging = new Staging();

    /** Something done on a device. */
    @FunctionalInterface
    public interface Work<T> {
        T on(Workspace space) throws InterruptedException;
    }

    /** A device that this object owns from now on. */
    public SharedDevice(Device device) {
        this.device = device;
        programs = new Programs(device);
    }

    public DeviceInfo info() {
        return device.info();
    }

    /**
     * Does a piece of work when it is its turn.
     *
     * @throws KernelException when the driver does not do what it is asked to
     * @throws InterruptedException when the thread is interrupted
     */
    public <T> T use(Work<T> work) throws InterruptedException {
        turn.lockInterruptibly();
        try (Workspace space = new Workspace(device, programs, staging)) {
            return work.on(space);
        } catch (DriverException e) {
            throw new KernelException(Objects.requireNonNull(e.getMessage()), e);
        } finally {
            turn.unlock();
        }
    }

    /** Gives the device back, after the work that is under way. */
    @Override
    public void close() {
        turn.lock();
        try {
            programs.close();
            device.close();
        } finally {
            turn.unlock();
        }
    }
}
