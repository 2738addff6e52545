package org.crease.inspector.server;

import java.util.Optional;
import org.crease.inspector.web.RefusedException;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Stands before everything: lets in whom the {@link Gate} lets in, and sets the headers that keep a browser from doing with
 * the page what it is not meant for.
 */
final class Guard extends Handler.Wrapper {
    static final HttpFields HEADERS = HttpFields.build()
            .add(new HttpField(
                    "Content-Security-Policy",
                    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
                            + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"))
            .add(new HttpField("X-Content-Type-Options", "nosniff"))
            .add(new HttpField("X-Frame-Options", "DENY"))
            .add(new HttpField("Referrer-Policy", "no-referrer"))
            .add(new HttpField("Cross-Origin-Resource-Policy", "same-origin"))
            .add(new HttpField("Cross-Origin-Opener-Policy", "same-origin"))
            .add(new HttpField("Cache-Control", "no-store"))
            .asImmutable();

    private volatile @Nullable Gate gate;

    Guard(Handler handler) {
        super(handler);
    }

    /** Opens the door, once the port is known. */
    void open(Gate opened) {
        gate = opened;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        response.getHeaders().add(HEADERS);
        Gate open = gate;
        if (open == null) {
            Answers.refuse(response, callback, HttpStatus.SERVICE_UNAVAILABLE_503, "the inspector is starting");
            return true;
        }
        try {
            Optional<HttpCookie> cookie = open.admit(request);
            if (cookie.isEmpty()) {
                return super.handle(request, response, callback);
            }
            Response.addCookie(response, cookie.get());
            response.getHeaders().put(HttpHeader.LOCATION, "/");
            response.setStatus(HttpStatus.SEE_OTHER_303);
            callback.succeeded();
        } catch (RefusedException refused) {
            Answers.refuse(response, callback, refused.status(), String.valueOf(refused.getMessage()));
        }
        return true;
    }
}
