package org.crease.gpu;

import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.crease.gpu.Devices.Found;
import org.crease.gpu.work.SharedDevice;
import org.crease.homology.kernel.Kernel;
import org.crease.homology.kernel.KernelProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kernels on the best device of this machine. System properties decide for all of them ({@code crease.device}) or for one
 * ({@code crease.device.distances}): {@code auto}, {@code cpu}, {@code cuda} or {@code opencl}. Each choice is logged with
 * its reason when it is first made.
 */
public final class DeviceKernels implements KernelProvider {
    /**
     * A second or so of one processor core (2000 points in R^128 take 1.1e9 and 0.3 s). Below, a card's start and the way to
     * it and back may cost more than is won. Our setting: not measured on a card yet.
     */
    private static final double LEAST_OPERATIONS = 4e9;

    private final Supplier<Devices> devices;
    private final Supplier<Properties> properties;
    private final Set<String> said = ConcurrentHashMap.newKeySet();

    /** Logging takes long to start, and most work is too little for it to be needed. */
    private static final class Log {
        static final Logger LOG = LoggerFactory.getLogger(DeviceKernels.class);
    }

    /** Most work is too little for a device, and must not wait for drivers to be named. */
    private static final class OfProcess {
        static final Devices DEVICES = new Devices(DriverReport.drivers(), CardFiles::mayHaveCard);
    }

    /** For {@link java.util.ServiceLoader}: the devices of this process. */
    public DeviceKernels() {
        this(() -> OfProcess.DEVICES, System::getProperties);
    }

    DeviceKernels(Supplier<Devices> devices, Supplier<Properties> properties) {
        this.devices = devices;
        this.properties = properties;
    }

    /** All kernels on one device, whatever the work. */
    public static KernelProvider on(SharedDevice device) {
        return new KernelProvider() {
            @Override
            public <K extends Kernel> Optional<K> kernel(Class<K> kind, double operations) {
                return KernelCatalogue.find(kind)
                        .map(entry -> kind.cast(entry.make().apply(device)));
            }
        };
    }

    /**
     * The kernel of a kind, where there is a device for it and the work pays there.
     *
     * @throws IllegalArgumentException when a property is wrong, or asks for a device that cannot be had
     */
    @Override
    public <K extends Kernel> Optional<K> kernel(Class<K> kind, double operations) {
        return KernelCatalogue.find(kind)
                .flatMap(entry -> of(entry, operations))
                .map(kind::cast);
    }

    @Override
    public void failed(String what) {
        Log.LOG.warn("{}", what);
    }

    private <K extends Kernel> Optional<K> of(KernelCatalogue.Entry<K> entry, double operations) {
        Preference preference = Preference.of(entry.name(), properties.get());
        if (preference == Preference.CPU) {
            say(entry.name() + ": on the processor, as asked for");
            return Optional.empty();
        } else if (preference == Preference.AUTO && operations < LEAST_OPERATIONS) {
            say(entry.name() + ": on the processor, as less than " + LEAST_OPERATIONS
                    + " operations are too little for a device");
            return Optional.empty();
        }
        Found found = devices.get().find(preference);
        if (found.device().isEmpty() && preference != Preference.AUTO) {
            throw new IllegalArgumentException(entry.name() + " is to run on the device '" + preference
                    + "' (crease.device), which cannot be had: " + found.reason());
        }
        say(entry.name() + ": " + (found.device().isPresent() ? "on " : "on the processor, as ") + found.reason());
        return found.device().map(entry.make());
    }

    private void say(String choice) {
        if (said.add(choice)) {
            Log.LOG.info("{}", choice);
        }
    }
}
