package org.crease.runlog.npy;

/**
 * One entry of a zip file, as both its directory and its local header describe it.
 *
 * @param name the entry's name
 * @param deflated whether it is compressed
 * @param crc CRC-32 of the content
 * @param compressedSize bytes in the file
 * @param size bytes of the content
 * @param offset of the local header
 * @param dataOffset of the first byte of the content
 */
record ZipItem(String name, boolean deflated, long crc, long compressedSize, long size, long offset, long dataOffset) {
    /** Where the content ends in the file. */
    long end() {
        return dataOffset + compressedSize;
    }
}
