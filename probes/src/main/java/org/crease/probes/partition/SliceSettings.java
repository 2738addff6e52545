package org.crease.probes.partition;

import java.util.List;
import org.crease.probes.Setting;

/** Three points of input space, which span a plane. */
public sealed interface SliceSettings {

    /** Inputs of the probe set. */
    record Inputs(
            @Setting("The ids of three probe inputs; they get the coordinates (0, 0), (1, 0) and (0, 1)")
            List<Integer> ids)
            implements SliceSettings {
        public Inputs {
            ids = List.copyOf(ids);
        }
    }

    /** Points of one's own. */
    record Points(
            @Setting("Three points, each a list of all features (of images in the order of channels, rows and columns);"
                    + " they get the coordinates (0, 0), (1, 0) and (0, 1)")
            List<List<Double>> at)
            implements SliceSettings {
        public Points {
            at = at.stream().map(List::copyOf).toList();
        }
    }
}
