package org.crease.gpu.cuda;

import java.util.List;
import java.util.stream.IntStream;
import org.crease.gpu.driver.DriverException;
import org.crease.gpu.driver.DriverException.Reason;

/**
 * The cards of this machine. Looking makes no context on a card and takes none of its memory. The driver's library is what
 * the system's loader finds, or the file that the property {@code crease.cuda} names.
 */
public final class CudaCards {
    private static final int MULTIPROCESSORS = 16;
    private static final int CAPABILITY_MAJOR = 75;
    private static final int CAPABILITY_MINOR = 76;

    private CudaCards() {}

    /**
     * All cards, in the driver's order.
     *
     * @return at least one
     * @throws DriverException {@link Reason#NO_DRIVER}, {@link Reason#OLD_DRIVER}, {@link Reason#NO_DEVICE}, or {@link
     *     Reason#FAILED} with what the driver says
     */
    public static List<CudaCard> list() {
        return list(CudaLibrary.open(names()));
    }

    /** Of a library. */
    static List<CudaCard> list(CudaLibrary library) {
        int number = library.devices();
        if (number == 0) {
            throw new DriverException(Reason.NO_DEVICE, "CUDA's driver reaches no card");
        }
        return IntStream.range(0, number)
                .mapToObj(index -> card(library, index))
                .toList();
    }

    /** What CUDA's driver library is called on this system. */
    static List<String> names() {
        String named = System.getProperty("crease.cuda");
        if (named != null) {
            return List.of(named);
        }
        return NvrtcPlaces.isWindows()
                ? List.of("nvcuda.dll")
                : List.of("libcuda.so.1", "/usr/lib/wsl/lib/libcuda.so.1");
    }

    private static CudaCard card(CudaLibrary library, int index) {
        int device = library.device(index);
        return new CudaCard(
                index,
                library.name(device),
                new Capability(
                        library.attribute(CAPABILITY_MAJOR, device), library.attribute(CAPABILITY_MINOR, device)),
                library.memory(device),
                library.attribute(MULTIPROCESSORS, device),
                library.version());
    }
}
