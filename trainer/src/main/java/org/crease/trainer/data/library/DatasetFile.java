package org.crease.trainer.data.library;

/**
 * One file of a data set.
 *
 * @param name with the ending {@code .gz} when it is served compressed
 * @param role what is in it
 * @param bytes its size when not compressed
 * @param sha256 of its uncompressed bytes, in lower-case hexadecimal
 */
public record DatasetFile(String name, Role role, int bytes, String sha256) {
    private static final String GZ = ".gz";

    /** What a file holds. */
    public enum Role {
        TRAIN_IMAGES,
        TRAIN_LABELS,
        TEST_IMAGES,
        TEST_LABELS,
        TRAIN_RECORDS,
        TEST_RECORDS,
        TABLE
    }

    /** The name without the ending {@code .gz}. */
    String plainName() {
        return name.endsWith(GZ) ? name.substring(0, name.length() - GZ.length()) : name;
    }

    /** The name with the ending {@code .gz}. */
    String packedName() {
        return plainName() + GZ;
    }
}
