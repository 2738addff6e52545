package org.crease.gpu.driver;

/** Compiled kernels. */
public interface Program extends AutoCloseable {

    /**
     * A kernel by its name.
     *
     * @throws DriverException when the program has none of this name
     */
    Function function(String name);

    @Override
    void close();
}
