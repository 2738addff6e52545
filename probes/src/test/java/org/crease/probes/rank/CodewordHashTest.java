package org.crease.probes.rank;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CodewordHashTest {

    @Test
    void allCodewordsOfASmallNetworkDiffer() {
        Set<Long> hashes = new HashSet<>();
        for (long first = 0; first < 2; first++) {
            for (long second = 0; second < 4; second++) {
                for (long third = 0; third < 8; third++) {
                    long hash = CodewordHash.behind(0, pattern(first), 1);
                    hash = CodewordHash.behind(hash, pattern(second), 2);
                    hashes.add(CodewordHash.behind(hash, pattern(third), 3));
                }
            }
        }
        assertThat(hashes).hasSize(64);
    }

    @Test
    void trailingInactiveUnitsCount() {
        assertThat(CodewordHash.behind(0, pattern(5), 64)).isNotEqualTo(CodewordHash.behind(0, pattern(5), 65));
        assertThat(CodewordHash.behind(7, pattern(0), 200)).isNotEqualTo(CodewordHash.behind(7, pattern(0), 201));
    }

    private static BitSet pattern(long bits) {
        return BitSet.valueOf(new long[] {bits});
    }
}
