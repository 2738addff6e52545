package org.crease.app.command;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The option {@code --kernels} of every command that computes homology or probes; a picocli mixin. Kernels read the choice as
 * a system property, since whatever needs them finds them by itself.
 */
public final class KernelsOption {
    private static final List<String> DEVICES = List.of("auto", "cpu", "cuda", "opencl");

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command; // set by picocli; made by nobody who does without it

    @Option(
            names = "--kernels",
            paramLabel = "DEVICE",
            description =
                    "Where homology and ranks are computed: auto (a graphics card where there is one and it pays),"
                            + " cpu, cuda or opencl. Results are the same, but for estimates of margins (default: auto).")
    void choose(String device) {
        if (!DEVICES.contains(device)) {
            throw new ParameterException(
                    Objects.requireNonNull(command).commandLine(),
                    "--kernels is '" + device + "'; it must be " + String.join(", ", DEVICES.subList(0, 3)) + " or "
                            + DEVICES.get(3));
        }
        System.setProperty("crease.device", device);
    }
}
