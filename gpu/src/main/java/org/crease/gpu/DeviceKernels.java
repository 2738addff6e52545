package org.crease.gpu;

import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.crease.gpu.DeviceChoice.Found;
import org.crease.gpu.rank.DeviceCodewords;
import org.crease.gpu.rank.DeviceRanks;
import org.crease.gpu.rips.DeviceDistances;
import org.crease.gpu.rips.DeviceFiltration;
import org.crease.gpu.rips.DeviceNeighbours;
import org.crease.gpu.rips.DeviceSpanningTree;
import org.crease.gpu.work.SharedDevice;
import org.crease.homology.kernel.DistanceKernel;
import org.crease.homology.kernel.FiltrationKernel;
import org.crease.homology.kernel.Kernel;
import org.crease.homology.kernel.KernelProvider;
import org.crease.homology.kernel.NeighbourKernel;
import org.crease.homology.kernel.SpanningTreeKernel;
import org.crease.probes.rank.CodewordKernel;
import org.crease.probes.rank.RankKernel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kernels on the best device of this machine. System properties decide for all of them ({@code crease.device}) or for one
 * ({@code crease.device.distances}): {@code auto}, {@code cpu}, {@code cuda} or {@code opencl}. Each choice is logged with
 * its reason when it is first made; work that is too little for a device to come into question is not.
 */
public final class DeviceKernels implements KernelProvider {
    private static final DeviceChoice DEVICES = new DeviceChoice(DriverReport.drivers());

    /**
     * Half a second or so of one processor core. Below, a card's start and the way to it and back may cost more than is won. Our
     * setting: not measured on a card yet.
     */
    private static final double LEAST_OPERATIONS = 1e9;

    private static final List<Entry<?>> ENTRIES = List.of(
            new Entry<>(DistanceKernel.class, "distances", DeviceDistances::new),
            new Entry<>(FiltrationKernel.class, "filtration", DeviceFiltration::new),
            new Entry<>(SpanningTreeKernel.class, "tree", DeviceSpanningTree::new),
            new Entry<>(NeighbourKernel.class, "neighbours", DeviceNeighbours::new),
            new Entry<>(RankKernel.class, "ranks", DeviceRanks::new),
            new Entry<>(CodewordKernel.class, "codewords", DeviceCodewords::new));

    private final DeviceChoice devices;
    private final Supplier<Properties> properties;
    private final Set<String> said = ConcurrentHashMap.newKeySet();

    /** Logging takes long to start, and most work is too little for it to be needed. */
    private static final class Log {
        static final Logger LOG = LoggerFactory.getLogger(DeviceKernels.class);
    }

    /** A kernel, the name that users call it by, and what makes it. */
    private record Entry<K extends Kernel>(Class<K> kind, String name, Function<SharedDevice, K> make) {}

    /** For {@link java.util.ServiceLoader}: the devices of this process. */
    public DeviceKernels() {
        this(DEVICES, System::getProperties);
    }

    DeviceKernels(DeviceChoice devices, Supplier<Properties> properties) {
        this.devices = devices;
        this.properties = properties;
    }

    /** All kernels on one device, whatever the work. */
    public static KernelProvider on(SharedDevice device) {
        return new KernelProvider() {
            @Override
            public <K extends Kernel> Optional<K> kernel(Class<K> kind, double operations) {
                return entry(kind).map(entry -> kind.cast(entry.make().apply(device)));
            }
        };
    }

    /** The names that kernels are called by in properties. */
    public static List<String> names() {
        return ENTRIES.stream().map(Entry::name).toList();
    }

    /**
     * The kernel of a kind, where there is a device for it and the work pays there.
     *
     * @throws IllegalArgumentException when a property is wrong, or asks for a device that cannot be had
     */
    @Override
    public <K extends Kernel> Optional<K> kernel(Class<K> kind, double operations) {
        return entry(kind).flatMap(entry -> of(entry, operations)).map(kind::cast);
    }

    @Override
    public void failed(String what) {
        Log.LOG.warn("{}", what);
    }

    private static Optional<Entry<?>> entry(Class<?> kind) {
        return ENTRIES.stream()
                .<Entry<?>>map(entry -> entry)
                .filter(entry -> entry.kind() == kind)
                .findFirst();
    }

    private <K extends Kernel> Optional<K> of(Entry<K> entry, double operations) {
        Preference preference = Preference.of(entry.name(), properties.get());
        if (preference == Preference.CPU) {
            say(entry.name() + ": on the processor, as asked for");
            return Optional.empty();
        } else if (preference == Preference.AUTO && operations < LEAST_OPERATIONS) {
            return Optional.empty();
        }
        Found found = devices.find(preference);
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
