package org.crease.gpu.cuda;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Kernels in NVIDIA's portable assembly, which a driver translates for its card. See NVIDIA's "Parallel Thread Execution
 * ISA", sections "Kernel function directive" and "State spaces".
 *
 * @param name of the source they were made from
 */
record Ptx(String name, String text) {
    private static final Pattern PARAMETER = Pattern.compile("\\.param\\s+(?:\\.align\\s+\\d+\\s+)?\\.[a-z](\\d+)");

    /** Bytes of each parameter of a kernel; null when there is no kernel of this name. */
    @Nullable
    List<Integer> parameters(String kernel) {
        Matcher entry = Pattern.compile("\\.entry\\s+" + Pattern.quote(kernel) + "(?!\\w)\\s*(?:\\(([^)]*)\\))?")
                .matcher(text);
        if (!entry.find()) {
            return null;
        }
        String list = entry.group(1) == null ? "" : entry.group(1);
        return PARAMETER
                .matcher(list)
                .results()
                .map(found -> Integer.parseInt(found.group(1)) / Byte.SIZE)
                .toList();
    }
}
