package org.crease.trainer.training;

/** The loss, or a parameter, is no longer a finite number. */
public final class DivergedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long step;

    DivergedException(long step, double loss) {
        super("loss is " + loss + " at step " + step + "; try a smaller learning rate, or clipping");
        this.step = step;
    }

    DivergedException(long step, String what) {
        super(what + " at step " + step + " is not finite; try a smaller learning rate, or clipping");
        this.step = step;
    }

    /** The step at which it was seen. */
    public long step() {
        return step;
    }
}
