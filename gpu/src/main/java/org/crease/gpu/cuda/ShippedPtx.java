package org.crease.gpu.cuda;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.crease.gpu.driver.DriverException;
import org.crease.gpu.driver.DriverException.Reason;
import org.crease.gpu.driver.KernelSource;

/**
 * The PTX of our kernels that is part of this library, for machines without NVRTC. It is made for compute capability 6.0,
 * the first with atomic sums of doubles; drivers translate it for every later card.
 */
final class ShippedPtx implements PtxCompiler {
    static final Capability CAPABILITY = new Capability(6, 0);
    private static final String FOLDER = "/org/crease/gpu/ptx/";

    @Override
    public Ptx compile(KernelSource source, Capability capability) {
        String text = read(source.name());
        if (!text.startsWith(header(source))) {
            throw new DriverException(
                    Reason.COMPILATION, "the PTX of " + source.name() + " in this library is of another source");
        }
        if (capability.compareTo(CAPABILITY) < 0) {
            throw new DriverException(
                    Reason.COMPILATION,
                    "the PTX in this library needs compute capability " + CAPABILITY + "; the card has " + capability);
        }
        return new Ptx(source.name(), text);
    }

    /** The first line of the PTX of a source. */
    static String header(KernelSource source) {
        return "// Of the source with SHA-256 " + sha256(source.text()) + "\n";
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String read(String name) {
        try (InputStream in = ShippedPtx.class.getResourceAsStream(FOLDER + name + ".ptx")) {
            if (in == null) {
                throw new DriverException(Reason.COMPILATION, "there is no PTX of " + name + " in this library");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
