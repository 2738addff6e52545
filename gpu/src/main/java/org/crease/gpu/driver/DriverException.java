package org.crease.gpu.driver;

/** A driver, or a device behind it, did not do what it was asked to. */
public final class DriverException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Reason reason;

    /** Why. */
    public enum Reason {
        /** The driver's library is not on this machine. */
        NO_DRIVER,
        /** It reaches no device. */
        NO_DEVICE,
        /** It is older than what is needed. */
        OLD_DRIVER,
        /** There is not as much memory. */
        OUT_OF_MEMORY,
        /** A kernel does not compile. */
        COMPILATION,
        /** Anything else that its library answers. */
        FAILED
    }

    /** With what happened, in one sentence. */
    public DriverException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** With what happened, in one sentence, and where it came from. */
    public DriverException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
