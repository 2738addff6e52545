package org.crease.runlog.events;

import java.util.zip.CRC32C;

/** The checksum of TensorFlow's record format: CRC-32C, rotated and shifted so that checksums of checksums are no use. */
final class MaskedCrc {
    private static final int DELTA = 0xa282ead8;

    private MaskedCrc() {}

    static int of(byte[] bytes, int offset, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, offset, length);
        return Integer.rotateRight((int) crc.getValue(), 15) + DELTA;
    }
}
