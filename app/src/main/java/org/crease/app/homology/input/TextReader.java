package org.crease.app.homology.input;

import java.io.IOException;

/** Reads all of a text in one of the formats. */
@FunctionalInterface
interface TextReader {

    /**
     * Reads it.
     *
     * @throws org.crease.app.command.UserError when it is not in that format, saying where
     */
    Input read(TextNumbers numbers) throws IOException;
}
