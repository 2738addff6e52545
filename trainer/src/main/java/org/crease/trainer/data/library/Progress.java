package org.crease.trainer.data.library;

/** Is told how a download goes on. */
@FunctionalInterface
public interface Progress {

    /** Shows nothing. */
    Progress SILENT = (file, done, total) -> {};

    /**
     * Some bytes came.
     *
     * @param file name of the file
     * @param done bytes had so far
     * @param total bytes to have, or -1 when the server does not say
     */
    void update(String file, long done, long total);
}
