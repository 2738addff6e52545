package org.crease.gpu.cuda;

/**
 * A device's primary context, the one that other users of CUDA in this process share, retained until it is closed. CUDA knows
 * a current context by thread: each use of the library goes through {@link #library()}, which makes this one current.
 */
final class CudaContext implements AutoCloseable {
    private final CudaLibrary library;
    private final int device;
    private final long context;
    private boolean open = true;

    CudaContext(CudaLibrary library, int device) {
        this.library = library;
        this.device = device;
        this.context = library.retainContext(device);
    }

    /** The library, with this context current on the calling thread. */
    CudaLibrary library() {
        if (!open) {
            throw new IllegalStateException("the device is closed");
        }
        library.use(context);
        return library;
    }

    boolean open() {
        return open;
    }

    @Override
    public void close() {
        if (open) {
            open = false;
            try {
                library.use(0);
            } finally {
                library.releaseContext(device);
            }
        }
    }
}
