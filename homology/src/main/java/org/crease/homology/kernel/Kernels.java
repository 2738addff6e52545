package org.crease.homology.kernel;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Consumer;

/**
 * The choice between device and processor, piece of work by piece of work. A device that fails leaves the work to the
 * processor, and a listener is told so. Immutable.
 */
public final class Kernels {
    private static final Kernels NONE = new Kernels(List.of(), message -> {});

    private final List<KernelProvider> providers;
    private final Consumer<String> listener;

    private Kernels(List<KernelProvider> providers, Consumer<String> listener) {
        this.providers = providers;
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

    /** Those of the providers on the class path. Devices are looked for when there is work that may pay on one. */
    public static Kernels found() {
        return new Kernels(Found.PROVIDERS, message -> {});
    }

    /** Those of one provider. */
    public static Kernels of(KernelProvider provider) {
        return new Kernels(List.of(provider), message -> {});
    }

    /** The same, telling a listener, in one sentence each, of work that a device failed to do; from any thread. */
    public Kernels telling(Consumer<String> told) {
        return new Kernels(providers, told);
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
        for (KernelProvider provider : providers) {
            Optional<K> kernel = provider.kernel(kind, operations);
            if (kernel.isPresent()) {
                return kernel;
            }
        }
        return Optional.empty();
    }

    /** Tells providers and the listener that the processor does what this kernel failed to do. */
    private void failed(Kernel kernel, KernelException failure) {
        String what = kernel.device() + " failed, the processor did its work: " + failure.getMessage();
        providers.forEach(provider -> provider.failed(what));
        listener.accept(what);
    }
}
