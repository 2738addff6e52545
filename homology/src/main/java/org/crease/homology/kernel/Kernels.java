package org.crease.homology.kernel;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The choice between device and processor, piece of work by piece of work. A device that fails leaves the work to the
 * processor, and a listener is told so. Immutable.
 */
public final class Kernels {
    private static final double WORTH_LOOKING =
            2e9; // operations, half a second of a core; to look takes a tenth of one
    private static final String ASKED_FOR = "crease.device";
    private static final Kernels NONE = new Kernels(List.of(), 0, null);

    private final @Nullable List<KernelProvider> given; // null: those that are found
    private final double least; // operations, below which providers are not asked
    private final @Nullable Consumer<String> listener;

    private Kernels(@Nullable List<KernelProvider> given, double least, @Nullable Consumer<String> listener) {
        this.given = given;
        this.least = least;
        this.listener = listener;
    }

    private static final class Found {
        static final List<KernelProvider> PROVIDERS =
                ServiceLoader.load(KernelProvider.class, Kernels.class.getClassLoader()).stream()
                        .map(ServiceLoader.Provider::get)
                        .toList();
    }

    /** Work on a device. */
    @FunctionalInterface
    public interface OnDevice<K, R> {
        R by(K kernel) throws InterruptedException;
    }

    /** The same work on the processor. */
    @FunctionalInterface
    public interface OnProcessor<R> {
        R done() throws InterruptedException;
    }

    /** No device: the processor does everything. */
    public static Kernels none() {
        return NONE;
    }

    /**
     * Those of the providers on the class path. They are looked for, in every jar, when there is work that takes a processor
     * half a second or more, or a system property that begins with {@code crease.device} is set.
     */
    public static Kernels found() {
        return new Kernels(null, WORTH_LOOKING, null);
    }

    /** Those of one provider. */
    public static Kernels of(KernelProvider provider) {
        return new Kernels(List.of(provider), 0, null);
    }

    /** The same, telling a listener, in one sentence each, of work that a device failed to do; from any thread. */
    public Kernels telling(Consumer<String> told) {
        return new Kernels(given, least, told);
    }

    /**
     * Has work done by a device where there is a kernel for it and it pays, otherwise or when that fails by the processor.
     *
     * @param operations as {@link KernelProvider#kernel} takes them
     * @throws InterruptedException when the thread is interrupted
     */
    public <K extends Kernel, R> R run(
            Class<K> kind, double operations, OnDevice<K, R> onDevice, OnProcessor<R> onProcessor)
            throws InterruptedException {
        Optional<K> kernel = kernel(kind, operations);
        if (kernel.isEmpty()) {
            return onProcessor.done();
        }
        try {
            return onDevice.by(kernel.get());
        } catch (KernelException e) {
            failed(kernel.get(), e);
            return onProcessor.done();
        }
    }

    /** The kernel for work of this size, for those who do it otherwise by themselves. */
    public <K extends Kernel> Optional<K> kernel(Class<K> kind, double operations) {
        if (operations < least && !isAnyAskedFor()) {
            return Optional.empty();
        }
        for (KernelProvider provider : providers()) {
            Optional<K> kernel = provider.kernel(kind, operations);
            if (kernel.isPresent()) {
                return kernel;
            }
        }
        return Optional.empty();
    }

    private static boolean isAnyAskedFor() {
        for (String property : System.getProperties().stringPropertyNames()) {
            if (property.startsWith(ASKED_FOR)) {
                return true;
            }
        }
        return false;
    }

    /** Tells providers and the listener that the processor does what this kernel failed to do. */
    private void failed(Kernel kernel, KernelException failure) {
        String what = kernel.device() + " failed, the processor did its work: " + failure.getMessage();
        providers().forEach(provider -> provider.failed(what));
        if (listener != null) {
            listener.accept(what);
        }
    }

    private List<KernelProvider> providers() {
        return given == null ? Found.PROVIDERS : given;
    }
}
