package org.crease.inspector.server;

import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Answers what Jetty refuses by itself, such as a malformed request: the status and its name, and nothing of what was sent. */
final class Errors extends ErrorHandler {

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = response.getStatus();
        response.getHeaders().add(Guard.HEADERS);
        Answers.refuse(response, callback, status, String.valueOf(HttpStatus.getMessage(status)));
        return true;
    }
}
