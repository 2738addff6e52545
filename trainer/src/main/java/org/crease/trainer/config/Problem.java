package org.crease.trainer.config;

/**
 * One thing wrong with a configuration.
 *
 * @param file the file as the user named it, or the option
 * @param line from 1; 0 where it concerns the file as a whole, or an option
 * @param column from 1; 0 where it concerns the file as a whole, or an option
 * @param path the setting, for example {@code training.batch-size}; empty where it concerns none
 * @param message what is wrong, to be read after the path
 */
public record Problem(String file, int line, int column, String path, String message) {

    /** One line, for example {@code x.yaml:12:5: training.batch-sise is not a setting; did you mean batch-size?} */
    @Override
    public String toString() {
        String where = line > 0 ? file + ":" + line + ":" + column : file;
        return where + (path.isEmpty() ? ": " : ": " + path + " ") + message;
    }
}
