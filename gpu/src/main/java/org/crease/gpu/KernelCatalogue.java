package org.crease.gpu;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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
import org.crease.homology.kernel.NeighbourKernel;
import org.crease.homology.kernel.SpanningTreeKernel;
import org.crease.probes.rank.CodewordKernel;
import org.crease.probes.rank.RankKernel;

/** The kernels that there are. */
final class KernelCatalogue {
    private static final List<Entry<?>> ENTRIES = List.of(
            new Entry<>(DistanceKernel.class, "distances", DeviceDistances::new),
            new Entry<>(FiltrationKernel.class, "filtration", DeviceFiltration::new),
            new Entry<>(SpanningTreeKernel.class, "tree", DeviceSpanningTree::new),
            new Entry<>(NeighbourKernel.class, "neighbours", DeviceNeighbours::new),
            new Entry<>(RankKernel.class, "ranks", DeviceRanks::new),
            new Entry<>(CodewordKernel.class, "codewords", DeviceCodewords::new));

    private KernelCatalogue() {}

    /**
     * A kernel.
     *
     * @param name that users call it by in properties
     * @param make makes it for a device
     */
    record Entry<K extends Kernel>(Class<K> kind, String name, Function<SharedDevice, K> make) {}

    static Optional<Entry<?>> find(Class<?> kind) {
        return ENTRIES.stream()
                .<Entry<?>>map(entry -> entry)
                .filter(entry -> entry.kind() == kind)
                .findFirst();
    }
}
