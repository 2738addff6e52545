package org.crease.runlog.events;

/** A record passed its checksum and is no protobuf message of ours; its reader skips it. */
final class MalformedMessageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MalformedMessageException(String message) {
        super(message);
    }
}
