package org.crease.runlog.figure;

/** Java finds no font on this machine, so nothing with words in it can be drawn. */
public final class FontsMissingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FontsMissingException(Throwable cause) {
        super(
                "Java finds no fonts on this machine, so no figure can be drawn; install fontconfig and a font, on Debian:"
                        + " apt-get install fontconfig fonts-dejavu-core",
                cause);
    }
}
