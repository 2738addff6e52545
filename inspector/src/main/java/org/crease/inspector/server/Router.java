package org.crease.inspector.server;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.crease.inspector.web.Query;
import org.crease.inspector.web.RefusedException;
import org.crease.inspector.web.Reply;
import org.crease.inspector.web.Resource;
import org.crease.runlog.storage.Json;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/** From a path to a resource or a file, from errors to statuses. What went wrong inside is logged and never sent. */
final class Router extends Handler.Abstract {
    private static final Logger LOG = LoggerFactory.getLogger(Router.class);
    private static final int FAILED = 500;

    private final Map<String, Resource> resources;

    Router(Map<String, Resource> resources) {
        this.resources = resources;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        String path = Request.getPathInContext(request);
        try {
            send(response, callback, path.startsWith("/api/") ? answer(path, request) : file(path));
        } catch (RefusedException refused) {
            refuse(response, callback, refused.status(), String.valueOf(refused.getMessage()));
        } catch (RuntimeException failure) {
            LOG.error("cannot answer {}", path, failure);
            refuse(response, callback, FAILED, "the inspector failed; its log says why");
        }
        return true;
    }

    private Reply answer(String path, Request request) {
        Resource resource = resources.get(path);
        if (resource == null) {
            throw RefusedException.missing("there is nothing at this address");
        }
        return resource.answer(new Query(parameters(request)));
    }

    private static Reply file(String path) {
        Optional<Reply> file = PageFiles.file(path);
        return file.orElseThrow(() -> RefusedException.missing("there is nothing at this address"));
    }

    private static Map<String, String> parameters(Request request) {
        Map<String, String> parameters = new HashMap<>();
        for (Fields.Field field : Request.extractQueryParameters(request)) {
            parameters.put(field.getName(), field.getValue());
        }
        return parameters;
    }

    private static void refuse(Response response, Callback callback, int status, String message) {
        ObjectNode error = Json.object();
        error.put("error", message);
        response.setStatus(status);
        send(response, callback, Reply.json(error));
    }

    private static void send(Response response, Callback callback, Reply reply) {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, reply.type());
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, reply.body().length);
        response.write(true, ByteBuffer.wrap(reply.body()), callback);
    }
}
