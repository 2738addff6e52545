package org.crease.probes.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.crease.probes.snapshot.Activation.Kind;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationELU;
import org.nd4j.linalg.activations.impl.ActivationGELU;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSoftPlus;
import org.nd4j.linalg.activations.impl.ActivationSwish;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class DerivativesTest {

    /** The functions that training uses, differentiated numerically. */
    @Test
    void slopesAreThoseOfTheFunctionsThatTrain() {
        Map<Kind, IActivation> functions = Map.of(
                Kind.SIGMOID, new ActivationSigmoid(),
                Kind.TANH, new ActivationTanH(),
                Kind.ELU, new ActivationELU(),
                Kind.GELU, new ActivationGELU(),
                Kind.SOFTPLUS, new ActivationSoftPlus(),
                Kind.SWISH, new ActivationSwish());
        functions.forEach((kind, function) -> {
            for (double x = -6; x <= 6; x += 0.37) {
                double slope = (value(function, x + 1e-4) - value(function, x - 1e-4)) / 2e-4;
                assertThat(Derivatives.smooth(kind, x)).as("%s at %s", kind, x).isCloseTo(slope, within(1e-6));
            }
        });
    }

    @Test
    void saturatedSlopesKeepTheirDigits() {
        assertThat(Derivatives.smooth(Kind.SIGMOID, 50)).isCloseTo(Math.exp(-50), within(1e-35));
        assertThat(Derivatives.smooth(Kind.TANH, 25)).isCloseTo(4 * Math.exp(-50), within(1e-34));
    }

    private static double value(IActivation function, double x) {
        INDArray point = Nd4j.create(DataType.DOUBLE, 1, 1).assign(x);
        return function.getActivation(point, false).getDouble(0);
    }
}
