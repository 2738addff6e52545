package org.crease.gpu.cuda;

import java.util.List;
import org.crease.gpu.driver.DriverException;
import org.crease.gpu.driver.DriverException.Reason;
import org.lwjgl.system.APIUtil;
import org.lwjgl.system.Library;
import org.lwjgl.system.SharedLibrary;

/** Opens shared libraries by name. They stay open: NVIDIA's cannot be unloaded and loaded again. */
final class SharedLibraries {

    private SharedLibraries() {}

    /**
     * The first of these that can be loaded.
     *
     * @param absent why there is an exception when none can
     * @param what the library is, for the message
     * @param names as the system's loader takes them: file names or paths
     * @throws DriverException with what the loader says of the last
     */
    static SharedLibrary open(Reason absent, String what, List<String> names) {
        LinkageError refused = new UnsatisfiedLinkError("there is no candidate");
        for (String name : names) {
            try {
                Library.initialize();
                return APIUtil.apiCreateLibrary(name);
            } catch (LinkageError e) {
                e.addSuppressed(refused);
                refused = e;
            }
        }
        throw new DriverException(
                absent,
                what + " cannot be loaded (tried " + String.join(", ", names) + "): " + reason(refused),
                refused);
    }

    /** Mostly a library is not there, and the loader takes many words to say so. */
    private static String reason(LinkageError refused) {
        String words = String.valueOf(refused.getMessage());
        return words.contains("No such file") ? "there is no such library" : words;
    }

    /**
     * Where a function is.
     *
     * @throws DriverException {@link Reason#OLD_DRIVER} when the library does not have it
     */
    static long function(SharedLibrary library, String name) {
        long address = library.getFunctionAddress(name);
        if (address == 0) {
            throw new DriverException(
                    Reason.OLD_DRIVER, library.getName() + " has no function " + name + "; a newer one is needed");
        }
        return address;
    }
}
