package org.crease.inspector.server;

import java.nio.ByteBuffer;
import org.crease.inspector.web.Reply;
import org.crease.runlog.storage.Json;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import tools.jackson.databind.node.ObjectNode;

/** Writes answers. */
final class Answers {
    private Answers() {}

    static void send(Response response, Callback callback, Reply reply) {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, reply.type());
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, reply.body().length);
        response.write(true, ByteBuffer.wrap(reply.body()), callback);
    }

    static void refuse(Response response, Callback callback, int status, String message) {
        ObjectNode error = Json.object();
        error.put("error", message);
        response.setStatus(status);
        if (status == HttpStatus.METHOD_NOT_ALLOWED_405) {
            response.getHeaders().put(HttpHeader.ALLOW, "GET, POST");
        }
        send(response, callback, Reply.json(error));
    }
}
