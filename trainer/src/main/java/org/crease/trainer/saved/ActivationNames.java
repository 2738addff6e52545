package org.crease.trainer.saved;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.crease.probes.snapshot.Activation;
import org.crease.probes.snapshot.Activation.Kind;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationELU;
import org.nd4j.linalg.activations.impl.ActivationGELU;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSoftPlus;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.activations.impl.ActivationSwish;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Activation functions by name, {@code relu}, {@code tanh}, {@code leaky-relu:0.2}, and their values. */
public final class ActivationNames {
    private static final double USUAL_SLOPE = 0.01;
    private static final String LEAKY = "leaky-relu";

    private ActivationNames() {}

    /**
     * Reads names separated by commas.
     *
     * @throws IllegalArgumentException when one is not known
     */
    public static List<Activation> parse(String names) {
        List<Activation> activations = new ArrayList<>();
        for (String name : names.split(",", -1)) {
            activations.add(parseOne(name.strip()));
        }
        return activations;
    }

    private static Activation parseOne(String name) {
        if (name.startsWith(LEAKY + ":")) {
            return new Activation(Kind.LEAKY_RELU, slope(name));
        }
        for (Kind kind : Kind.values()) {
            if (kind != Kind.OTHER && word(kind).equals(name)) {
                return new Activation(kind, kind == Kind.LEAKY_RELU ? USUAL_SLOPE : 0);
            }
        }
        throw new IllegalArgumentException("activation function is '" + name + "'; expected one of "
                + Arrays.stream(Kind.values())
                        .filter(kind -> kind != Kind.OTHER)
                        .map(ActivationNames::word)
                        .collect(Collectors.joining(", "))
                + ", or leaky-relu:SLOPE");
    }

    private static double slope(String name) {
        String text = name.substring(LEAKY.length() + 1);
        try {
            double slope = Double.parseDouble(text);
            if (Double.isFinite(slope)) {
                return slope;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("slope of leaky-relu is '" + text + "'; expected a number", e);
        }
        throw new IllegalArgumentException("slope of leaky-relu is '" + text + "'; expected a finite number");
    }

    private static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The function's value; may overwrite what it is given. */
    static INDArray apply(Activation activation, INDArray x) {
        return function(activation).getActivation(x, false);
    }

    private static IActivation function(Activation activation) {
        return switch (activation.kind()) {
            case IDENTITY -> new ActivationIdentity();
            case RELU -> new ActivationReLU();
            case LEAKY_RELU -> new ActivationLReLU(activation.slope());
            case SIGMOID -> new ActivationSigmoid();
            case TANH -> new ActivationTanH();
            case ELU -> new ActivationELU();
            case GELU -> new ActivationGELU();
            case SOFTPLUS -> new ActivationSoftPlus();
            case SWISH -> new ActivationSwish();
            case SOFTMAX -> new ActivationSoftmax();
            case OTHER -> throw new IllegalArgumentException("an unknown activation function has no values");
        };
    }
}
