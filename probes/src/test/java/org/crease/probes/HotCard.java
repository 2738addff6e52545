package org.crease.probes;

import java.util.Optional;
import org.crease.homology.kernel.DistanceKernel;
import org.crease.homology.kernel.FiltrationKernel;
import org.crease.homology.kernel.Kernel;
import org.crease.homology.kernel.KernelException;
import org.crease.homology.kernel.KernelProvider;
import org.crease.homology.kernel.Kernels;
import org.crease.homology.kernel.MeasuredPoints;
import org.crease.homology.kernel.NeighbourKernel;

/** A card that fails at whatever homology asks it to do. */
public final class HotCard implements DistanceKernel, FiltrationKernel, NeighbourKernel {
    /** What is noted of it. */
    public static final String NOTE = "a card failed, the processor did its work: it is hot";

    private HotCard() {}

    /** It alone. */
    public static Kernels kernels() {
        return Kernels.of(new KernelProvider() {
            @Override
            public <K extends Kernel> Optional<K> kernel(Class<K> kind, double operations) {
                return kind.isAssignableFrom(HotCard.class) ? Optional.of(kind.cast(new HotCard())) : Optional.empty();
            }
        });
    }

    @Override
    public String device() {
        return "a card";
    }

    @Override
    public float[] distances(MeasuredPoints points) {
        throw new KernelException("it is hot");
    }

    @Override
    public OrderedEdges edges(MeasuredPoints points, Extent extent) {
        throw new KernelException("it is hot");
    }

    @Override
    public OrderedEdges edges(int size, float[] lower, Extent extent) {
        throw new KernelException("it is hot");
    }

    @Override
    public int[] neighbours(MeasuredPoints points, int count) {
        throw new KernelException("it is hot");
    }
}
