package org.crease.gpu.opencl;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A version of OpenCL as a device states it: "OpenCL 1.2 and more words". */
record OpenClVersion(int major, int minor) {
    private static final Pattern FORM = Pattern.compile("OpenCL (\\d{1,4})\\.(\\d{1,4})\\b.*", Pattern.DOTALL);

    /** The version; 0.0 of words that are none. */
    static OpenClVersion of(String words) {
        Matcher matcher = FORM.matcher(words);
        return matcher.matches()
                ? new OpenClVersion(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)))
                : new OpenClVersion(0, 0);
    }

    /** Whether our kernels compile with it. */
    boolean isEnough() {
        return major > 1 || (major == 1 && minor >= 2);
    }
}
