package org.crease.trainer.device;

/**
 * ND4J's backends on the class path.
 *
 * @param cpu whether nd4j-native is there
 * @param cuda whether nd4j-cuda is there
 */
record Backends(boolean cpu, boolean cuda) {
    static final String CPU = "org.nd4j.linalg.cpu.nativecpu.CpuBackend";
    static final String CUDA = "org.nd4j.linalg.jcublas.JCublasBackend";

    /** Loads none of them. */
    static Backends present() {
        return new Backends(isThere(CPU), isThere(CUDA));
    }

    private static boolean isThere(String name) {
        return Backends.class.getResource("/" + name.replace('.', '/') + ".class") != null;
    }
}
