package org.crease.trainer.config.yaml;

/** A source that cannot be read as a whole. */
public final class YamlRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Mark mark;

    YamlRefusedException(Mark mark, String message) {
        super(message);
        this.mark = mark;
    }

    YamlRefusedException(Mark mark, String message, Throwable cause) {
        super(message, cause);
        this.mark = mark;
    }

    /** Where reading stopped. */
    public Mark mark() {
        return mark;
    }
}
