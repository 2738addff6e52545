package org.crease.inspector.server;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.crease.inspector.web.Body;
import org.crease.inspector.web.Change;
import org.crease.inspector.web.Query;
import org.crease.inspector.web.RefusedException;
import org.crease.inspector.web.Reply;
import org.crease.inspector.web.Resource;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.util.Promise;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From a path to a resource, a change or a file, from errors to statuses. What went wrong inside is logged and never sent. */
final class Router extends Handler.Abstract {
    private static final Logger LOG = LoggerFactory.getLogger(Router.class);
    private static final String NOTHING = "there is nothing at this address";

    private final Map<String, Resource> resources;
    private final Map<String, Change> changes;
    private final Limits limits;

    Router(Map<String, Resource> resources, Map<String, Change> changes, Limits limits) {
        this.resources = resources;
        this.changes = changes;
        this.limits = limits;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        String path = Request.getPathInContext(request);
        try {
            if (!path.equals(request.getHttpURI().getPath())) {
                throw RefusedException.missing(NOTHING);
            }
            if (HttpMethod.POST.is(request.getMethod())) {
                change(path, request, response, callback);
            } else {
                Answers.send(response, callback, path.startsWith("/api/") ? answer(path, request) : file(path));
            }
        } catch (RuntimeException failure) {
            refuse(path, response, callback, failure);
        }
        return true;
    }

    private Reply answer(String path, Request request) {
        Resource resource = resources.get(path);
        if (resource == null) {
            throw changes.containsKey(path)
                    ? RefusedException.notAllowed("this is asked for by POST")
                    : RefusedException.missing(NOTHING);
        }
        return resource.answer(new Query(parameters(request)));
    }

    private static Reply file(String path) {
        return PageFiles.file(path).orElseThrow(() -> RefusedException.missing(NOTHING));
    }

    /** Takes the body without holding a thread while it comes, and makes the change once it is there. */
    private void change(String path, Request request, Response response, Callback callback) {
        Change change = changes.get(path);
        if (change == null) {
            throw resources.containsKey(path)
                    ? RefusedException.notAllowed("this is asked for by GET")
                    : RefusedException.missing(NOTHING);
        }
        if (request.getLength() > Limits.BODY) {
            throw tooLarge();
        }
        CompletableFuture<byte[]> coming = new CompletableFuture<>();
        Content.Source.asByteArrayAsync(request, Limits.BODY, Promise.Invocable.toPromise(coming));
        // Nobody waits for it: whatever it ends in has been answered.
        CompletableFuture<byte[]> unused = coming.orTimeout(limits.body().toMillis(), TimeUnit.MILLISECONDS)
                .whenCompleteAsync(
                        (body, failure) -> make(change, path, body, failure, response, callback), request.getContext());
    }

    private static void make(
            Change change,
            String path,
            byte @Nullable [] body,
            @Nullable Throwable failure,
            Response response,
            Callback callback) {
        try {
            Answers.send(response, callback, change.make(Body.parse(whole(body, failure))));
        } catch (RuntimeException refused) {
            refuse(path, response, callback, refused);
        }
    }

    private static byte[] whole(byte @Nullable [] body, @Nullable Throwable failure) {
        if (body != null) {
            return body;
        }
        if (failure instanceof TimeoutException) {
            throw RefusedException.bad("the body did not come in time", failure);
        }
        throw failure instanceof IllegalStateException
                ? tooLarge()
                : RefusedException.bad("the body cannot be read", failure);
    }

    private static RefusedException tooLarge() {
        return RefusedException.tooLarge("the body is longer than " + Limits.BODY + " bytes");
    }

    private static Map<String, String> parameters(Request request) {
        Map<String, String> parameters = new HashMap<>();
        for (Fields.Field field : Request.extractQueryParameters(request)) {
            if (field.getValues().size() > 1) {
                throw RefusedException.bad("a parameter is given more than once");
            }
            parameters.put(field.getName(), field.getValue());
        }
        return parameters;
    }

    private static void refuse(String path, Response response, Callback callback, RuntimeException failure) {
        if (failure instanceof RefusedException refused) {
            Answers.refuse(response, callback, refused.status(), String.valueOf(refused.getMessage()));
        } else {
            LOG.error("cannot answer {}", path, failure);
            Answers.refuse(
                    response, callback, HttpStatus.INTERNAL_SERVER_ERROR_500, "the inspector failed; its log says why");
        }
    }
}
