package org.crease.probes.topology;

import java.util.List;
import java.util.Map;
import org.crease.homology.representative.Chain;
import org.crease.probes.Array;
import org.crease.probes.topology.LongestBars.Row;

/**
 * The cocycles of bars of one dimension d as arrays of a finding: {@code hd_cocycle_bar}, the rows of the bars in
 * {@code hd}; {@code hd_cocycle_offsets}, where each one's simplices begin, and their number at the end;
 * {@code hd_cocycle_simplices}, each by the d + 1 ids of its samples; {@code hd_cocycle_values}, the value on each.
 */
record CocycleArrays(int dimension, List<Row> rows, int[] ids) {

    void addTo(Map<String, Array> arrays) {
        int[] bars = new int[rows.size()];
        int[] offsets = new int[rows.size() + 1];
        for (int k = 0; k < bars.length; k++) {
            bars[k] = rows.get(k).row();
            offsets[k + 1] = offsets[k] + rows.get(k).bar().cocycle().size();
        }
        int total = offsets[bars.length];
        int[] simplices = new int[Math.multiplyExact(total, dimension + 1)];
        int[] values = new int[total];
        for (int k = 0; k < bars.length; k++) {
            put(rows.get(k).bar().cocycle(), offsets[k], simplices, values);
        }
        String prefix = "h" + dimension + "_cocycle_";
        arrays.put(prefix + "bar", new Array(bars, bars.length));
        arrays.put(prefix + "offsets", new Array(offsets, offsets.length));
        arrays.put(prefix + "simplices", new Array(simplices, total, dimension + 1));
        arrays.put(prefix + "values", new Array(values, total));
    }

    private void put(Chain cocycle, int offset, int[] simplices, int[] values) {
        for (int term = 0; term < cocycle.size(); term++) {
            values[offset + term] = cocycle.coefficient(term);
            for (int place = 0; place <= dimension; place++) {
                simplices[(offset + term) * (dimension + 1) + place] = ids[cocycle.point(term, place)];
            }
        }
    }
}
