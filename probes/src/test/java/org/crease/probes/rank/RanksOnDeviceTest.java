package org.crease.probes.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.crease.homology.kernel.Kernel;
import org.crease.homology.kernel.KernelException;
import org.crease.homology.kernel.KernelProvider;
import org.crease.homology.kernel.Kernels;
import org.crease.probes.Finding;
import org.crease.probes.snapshot.Activation;
import org.crease.probes.snapshot.Snapshot;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What becomes of a device's answers, and of its failures. */
class RanksOnDeviceTest {
    private static final Spectrum MARK = new Spectrum(1, 0.125);

    private static Snapshot snapshot() {
        Random random = new Random(5);
        PlainNetwork network = new PlainNetwork(150)
                .dense("first", 300, Activation.RELU, random)
                .dense("second", 200, Activation.RELU, random)
                .dense("last", 10, Activation.IDENTITY, random);
        double[][] points = new double[4][];
        for (int i = 0; i < points.length; i++) {
            points[i] = PlainNetwork.draw(150, PlainNetwork.uniform(random, 3));
        }
        return network.snapshot(points[0], points[1], points[0], points[2], points[3]);
    }

    private static List<Finding> findings(Kernels kernels, Double... factors) throws InterruptedException {
        RankSettings settings =
                new RankSettings(List.of("*"), new Tolerance.Float32(), null, null, false, List.of(factors), false, 1);
        return new RankProbe("rank", settings, 0, () -> Long.MAX_VALUE, kernels).examine(snapshot());
    }

    private static Kernels only(Kernel kernel) {
        return Kernels.of(new KernelProvider() {
            @Override
            public <K extends Kernel> Optional<K> kernel(Class<K> kind, double operations) {
                assertThat(operations).isPositive();
                return kind.isInstance(kernel) ? Optional.of(kind.cast(kernel)) : Optional.empty();
            }
        });
    }

    private interface Answer {
        @Nullable
        Spectrum[][] to(RegionBatch batch) throws InterruptedException;
    }

    private record Ranker(Answer answer) implements RankKernel {
        @Override
        public String device() {
            return "a card";
        }

        @Override
        public @Nullable Spectrum[][] spectra(RegionBatch batch) throws InterruptedException {
            return answer.to(batch);
        }
    }

    private record Coder(AtomicInteger calls, boolean fails) implements CodewordKernel {
        @Override
        public String device() {
            return "a card";
        }

        @Override
        public Codes codes(float[] values, int units, long... entering) {
            calls.incrementAndGet();
            if (fails) {
                throw new KernelException("it is hot");
            }
            int words = CodewordKernel.words(units);
            Codes codes =
                    new Codes(new long[words * entering.length], new long[entering.length], new long[entering.length]);
            for (int i = 0; i < entering.length; i++) {
                BitSet pattern = new BitSet();
                for (int unit = 0; unit < units; unit++) {
                    pattern.set(unit, values[i * units + unit] > 0);
                }
                long[] own = pattern.toLongArray();
                System.arraycopy(own, 0, codes.words(), i * words, own.length);
                codes.hashes()[i] = CodewordHash.behind(entering[i], pattern, units);
                codes.locals()[i] = CodewordHash.behind(0, pattern, units);
            }
            return codes;
        }
    }

    @Test
    void regionsAreAskedForOnce() throws InterruptedException {
        List<Finding> findings = findings(only(new Ranker(batch -> {
            assertThat(batch.size()).isEqualTo(4);
            assertThat(batch.chain().links()).hasSize(3);
            assertThat(batch.inactive()).containsExactly(0, 0, 1);
            Spectrum[][] all = new Spectrum[4][3];
            for (Spectrum[] region : all) {
                Arrays.fill(region, MARK);
            }
            return all;
        })));
        for (Finding finding : findings) {
            assertThat(Ranks.array(finding, "rank").ints()).containsExactly(1, 1, 1, 1, 1);
            assertThat(Ranks.array(finding, "margin").doubles()).containsOnly(0.125);
            assertThat(finding.notes())
                    .containsExactly("regions were examined on a card: margins above 1 are its estimates");
        }
    }

    @Test
    void whatADeviceLeavesOpenIsDoneByTheProcessor() throws InterruptedException {
        List<Finding> expected = findings(Kernels.none());
        List<Finding> actual = findings(only(new Ranker(batch -> {
            @Nullable Spectrum[][] some = new @Nullable Spectrum[4][3];
            some[1][0] = MARK;
            some[2][2] = MARK;
            return some;
        })));
        assertThat(Ranks.ranks(expected.get(0))).doesNotContain(1);
        int[] first = Ranks.ranks(expected.get(0)).clone();
        first[1] = 1;
        assertThat(Ranks.ranks(actual.get(0))).isEqualTo(first);
        assertThat(Ranks.ranks(actual.get(1))).isEqualTo(Ranks.ranks(expected.get(1)));
        int[] last = Ranks.ranks(expected.get(2)).clone();
        last[3] = 1;
        assertThat(Ranks.ranks(actual.get(2))).isEqualTo(last);
    }

    @Test
    void aSweepIsAskedForToo() throws InterruptedException {
        AtomicInteger calls = new AtomicInteger();
        List<Finding> actual = findings(
                only(new Ranker(batch -> {
                    calls.incrementAndGet();
                    assertThat(batch.factors()).containsExactly(0.01, 0.1);
                    return new @Nullable Spectrum[4][3];
                })),
                0.01,
                0.1);
        assertThat(calls).hasValue(1);
        assertThat(actual).isEqualTo(findings(Kernels.none(), 0.01, 0.1));
    }

    @Test
    void aFailureIsNotedAndTheProcessorsAnswerGiven() throws InterruptedException {
        List<Finding> expected = findings(Kernels.none());
        List<Finding> actual = findings(only(new Ranker(batch -> {
            throw new KernelException("it is hot");
        })));
        for (int layer = 0; layer < 3; layer++) {
            assertThat(actual.get(layer).arrays()).isEqualTo(expected.get(layer).arrays());
            assertThat(actual.get(layer).notes())
                    .containsExactly("a card failed, the processor did its work: it is hot");
        }
    }

    @Test
    void anInterruptionIsPassedOn() {
        Kernels kernels = only(new Ranker(batch -> {
            throw new InterruptedException("enough");
        }));
        assertThatThrownBy(() -> findings(kernels)).isInstanceOf(InterruptedException.class);
    }

    @Test
    void codewordsOfADeviceAreTaken() throws InterruptedException {
        AtomicInteger calls = new AtomicInteger();
        assertThat(findings(only(new Coder(calls, false)))).isEqualTo(findings(Kernels.none()));
        assertThat(calls).hasValue(2); // the last layer has none
    }

    @Test
    void codewordsThatADeviceFailsToPackAreReadByTheProcessor() throws InterruptedException {
        List<Finding> expected = findings(Kernels.none());
        List<Finding> actual = findings(only(new Coder(new AtomicInteger(), true)));
        assertThat(actual.get(2).arrays()).isEqualTo(expected.get(2).arrays());
        assertThat(actual.get(0).notes()).containsExactly("a card failed, the processor did its work: it is hot");
    }
}
