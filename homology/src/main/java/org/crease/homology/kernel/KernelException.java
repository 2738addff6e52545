package org.crease.homology.kernel;

/** A device could not do its work: out of memory, refused by its driver, a kernel that does not compile. */
public final class KernelException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** With what happened, in one sentence. */
    public KernelException(String message) {
        super(message);
    }

    /** With what happened, in one sentence, and where it came from. */
    public KernelException(String message, Throwable cause) {
        super(message, cause);
    }
}
