package org.crease.gpu.cuda;

import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.crease.gpu.driver.KernelSource;

/** PTX of another compiler, with the emulation of the same source as C++ in its last line, for the simulated driver. */
final class EmulatedPtx implements PtxCompiler {
    private static final Pattern KERNEL =
            Pattern.compile("(?:KERNEL|__global__\\s+void)(?:\\s+__launch_bounds__\\([^)]*\\))?\\s+(\\w+)\\s*\\(");

    private final PtxCompiler compiler;

    EmulatedPtx(PtxCompiler compiler) {
        this.compiler = compiler;
    }

    @Override
    public Ptx compile(KernelSource source, Capability capability) {
        Ptx ptx = compiler.compile(source, capability);
        String entries = KERNEL.matcher(source.text())
                .results()
                .map(kernel -> "EMULATED(" + kernel.group(1) + ")\n")
                .collect(Collectors.joining());
        Path library = NativeBuild.library(source.name(), "#include \"emulate.h\"\n" + source.text() + "\n" + entries);
        return new Ptx(ptx.name(), ptx.text() + "\n// emulated by " + library + "\n");
    }
}
