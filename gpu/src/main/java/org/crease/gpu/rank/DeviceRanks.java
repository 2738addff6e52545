package org.crease.gpu.rank;

import java.util.Arrays;
import java.util.BitSet;
import org.crease.gpu.work.SharedDevice;
import org.crease.probes.rank.RankKernel;
import org.crease.probes.rank.RegionBatch;
import org.crease.probes.rank.Spectrum;
import org.jspecify.annotations.Nullable;

/**
 * Ranks on a device: a pass in single precision, which proves most full ranks, and one in double precision, where the device
 * has it, for what is left. Without a sweep the first takes, for each region of a network 784-2000-1000-500-100-10 with half
 * of its units alive, 0.5 · 10⁹ multiplications for the products, 0.4 · 10⁹ for the lower triangles of the Gram matrices and
 * 0.1 · 10⁹ for factors; it holds 9 MB for each region, and moves some 0.2 GB for it between the device's memory and its caches.
 * To the device go the weights once and 4 bytes a live unit, back come a few numbers a layer.
 */
public final class DeviceRanks implements RankKernel {
    private final SharedDevice device;

    /** Ranks on a device. */
    public DeviceRanks(SharedDevice device) {
        this.device = device;
    }

    @Override
    public String device() {
        return device.info().toString();
    }

    @Override
    public @Nullable Spectrum[][] spectra(RegionBatch batch) throws InterruptedException {
        LiveUnits live = new LiveUnits(batch);
        BitSet[] open = Arrays.stream(batch.asked())
                .map(links -> (BitSet) links.clone())
                .toArray(BitSet[]::new);
        @Nullable
        Spectrum[][] found =
                new @Nullable Spectrum[batch.size()][batch.chain().links().size()];
        settleDead(batch, live, open, found);
        if (batch.factors().length == 0) {
            pass(batch, live, Precision.SINGLE, open, found);
        }
        if (device.info().doubles()) {
            pass(batch, live, Precision.DOUBLE, open, found);
        }
        return found;
    }

    private static void settleDead(RegionBatch batch, LiveUnits live, BitSet[] open, @Nullable Spectrum[][] found) {
        for (int region = 0; region < open.length; region++) {
            for (int link : open[region].stream().toArray()) {
                if (live.dead(region, link)) {
                    found[region][link] = Spectrum.zero(batch.factors());
                    open[region].clear(link);
                }
            }
        }
    }

    private void pass(
            RegionBatch batch, LiveUnits live, Precision precision, BitSet[] open, @Nullable Spectrum[][] found)
            throws InterruptedException {
        if (Arrays.stream(open).anyMatch(links -> !links.isEmpty())) {
            device.use(space -> {
                RankPass pass = new RankPass(space, batch, live, precision, open, found);
                pass.run();
                return pass;
            });
        }
    }
}
