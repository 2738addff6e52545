package org.crease.inspector.server;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Sets the headers that keep a browser from doing with the page what it is not meant for. */
final class Guard extends Handler.Wrapper {
    private static final HttpFields HEADERS = HttpFields.build()
            .add(new HttpField(
                    "Content-Security-Policy",
                    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
                            + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"))
            .add(new HttpField("X-Content-Type-Options", "nosniff"))
            .add(new HttpField("X-Frame-Options", "DENY"))
            .add(new HttpField("Referrer-Policy", "no-referrer"))
            .add(new HttpField("Cross-Origin-Resource-Policy", "same-origin"))
            .add(new HttpField("Cache-Control", "no-store"))
            .asImmutable();

    Guard(Handler handler) {
        super(handler);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        response.getHeaders().add(HEADERS);
        return super.handle(request, response, callback);
    }
}
