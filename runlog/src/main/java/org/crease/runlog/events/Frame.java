package org.crease.runlog.events;

/** What {@link FrameReader} found at an offset. */
sealed interface Frame {
    /** Where the record begins in the file. */
    long offset();

    /** A whole record. */
    record Data(long offset, byte[] bytes) implements Frame {}

    /** A record whose content fails its checksum; the next one can be read. */
    record Damaged(long offset) implements Frame {}

    /** The file ends here or within this record; there may be more later. */
    record Unfinished(long offset) implements Frame {}

    /** The record's length cannot be believed, so nothing behind it can be found. */
    record Lost(long offset, String reason) implements Frame {}
}
