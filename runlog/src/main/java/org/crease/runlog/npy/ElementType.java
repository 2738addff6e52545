package org.crease.runlog.npy;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.crease.probes.Array;

/** The element types read, by NumPy's {@code descr}. Unsigned bytes become {@code int[]}, so that 255 stays 255. */
enum ElementType {
    FLOAT32("<f4", 4),
    FLOAT64("<f8", 8),
    INT32("<i4", 4),
    INT64("<i8", 8),
    INT8("|i1", 1),
    UINT8("|u1", 1),
    BOOLEAN("|b1", 1);

    private final String descr;
    private final int size;

    ElementType(String descr, int size) {
        this.descr = descr;
        this.size = size;
    }

    /** How {@code array} is written. */
    static ElementType of(Array array) {
        Object data = array.data();
        if (data instanceof byte[]) {
            return INT8;
        } else if (data instanceof int[]) {
            return INT32;
        } else if (data instanceof long[]) {
            return INT64;
        }
        return data instanceof float[] ? FLOAT32 : FLOAT64;
    }

    static ElementType of(String descr) throws NpyFormatException {
        for (ElementType type : values()) {
            if (type.descr.equals(descr)) {
                return type;
            }
        }
        if (descr.startsWith(">")) {
            throw new NpyFormatException(
                    0,
                    "elements '" + descr + "' are big-endian; save them little-endian, "
                            + "for example with a.astype('<" + descr.substring(1) + "')");
        }
        throw new NpyFormatException(
                0,
                "elements '" + descr + "' are not read, only "
                        + Arrays.stream(values()).map(ElementType::descr).collect(Collectors.joining(", ")));
    }

    String descr() {
        return descr;
    }

    int size() {
        return size;
    }

    Object allocate(int count) {
        return switch (this) {
            case FLOAT32 -> new float[count];
            case FLOAT64 -> new double[count];
            case INT32 -> new int[count];
            case INT64 -> new long[count];
            case INT8, UINT8, BOOLEAN -> new byte[count];
        };
    }
}
