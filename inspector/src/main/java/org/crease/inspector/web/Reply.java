package org.crease.inspector.web;

import org.crease.runlog.storage.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * An answer.
 *
 * @param type the content's media type
 * @param body the content
 */
public record Reply(String type, byte[] body) {

    /** A JSON object. */
    public static Reply json(ObjectNode object) {
        return new Reply("application/json", Json.bytes(object));
    }

    /** Arrays in NumPy's format. */
    public static Reply npz(byte[] file) {
        return new Reply("application/octet-stream", file);
    }
}
