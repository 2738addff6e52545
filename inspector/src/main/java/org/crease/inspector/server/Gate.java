package org.crease.inspector.server;

import java.util.List;
import java.util.Optional;
import org.crease.inspector.web.RefusedException;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * Decides who may ask what. In this order: the Host header must be ours ({@link Hosts}); the method GET or POST; where
 * there is a token, it must come in the address of the page or in the cookie; data goes to this page alone, not to
 * another site's; and a POST must come from this page, which only a page of our origin can show by {@link #pageToken()}.
 */
final class Gate {
    static final String TOKEN_PARAMETER = "token";
    private static final String PAGE_TOKEN = "X-Crease-Token";
    private static final String FETCH_SITE = "Sec-Fetch-Site";

    private final Access access;
    private final Hosts hosts;
    private final String cookie;
    private final String pageToken = Access.random();

    Gate(Access access, int port) {
        this.access = access;
        this.hosts = new Hosts(access, port);
        this.cookie = "crease-" + port;
    }

    /** What a page must send back with each POST; only a page of our own origin can read it. */
    String pageToken() {
        return pageToken;
    }

    /**
     * Lets a request in.
     *
     * @return the cookie to set when the request brought the token in its address
     * @throws RefusedException when it may not
     */
    Optional<HttpCookie> admit(Request request) {
        if (!hosts.allows(values(request, HttpHeader.HOST.asString()))) {
            throw RefusedException.misdirected("the Host header does not name this server");
        }
        boolean post = HttpMethod.POST.is(request.getMethod());
        if (!post && !HttpMethod.GET.is(request.getMethod())) {
            throw RefusedException.notAllowed("GET and POST alone are answered");
        }
        String brought = Request.extractQueryParameters(request).getValue(TOKEN_PARAMETER);
        boolean entering = access.token() != null
                && brought != null
                && !post
                && Request.getPathInContext(request).equals("/");
        checkToken(entering ? brought : cookieOf(request));
        if (post) {
            checkPage(request);
        } else if (Request.getPathInContext(request).startsWith("/api/")) {
            checkSite(request);
        }
        return entering ? Optional.of(cookie(brought)) : Optional.empty();
    }

    private void checkToken(@Nullable String given) {
        String token = access.token();
        if (token != null && !Tokens.equal(token, given == null ? "" : given)) {
            throw RefusedException.unauthorized(
                    "a token is needed: open the address that crease inspect printed when it started");
        }
    }

    private void checkPage(Request request) {
        List<String> origin = values(request, HttpHeader.ORIGIN.asString());
        String ours = "http://" + request.getHeaders().get(HttpHeader.HOST);
        List<String> token = values(request, PAGE_TOKEN);
        if (!origin.equals(List.of(ours)) || token.size() != 1 || !Tokens.equal(pageToken, token.get(0))) {
            throw RefusedException.forbidden("changes are made from this server's own page alone; reload it");
        }
        if (!values(request, HttpHeader.CONTENT_TYPE.asString()).equals(List.of("application/json"))) {
            throw RefusedException.bad("the content type must be application/json");
        }
        checkSite(request);
    }

    /** A browser says which site a request comes from; whoever is none says nothing. */
    private static void checkSite(Request request) {
        for (String site : values(request, FETCH_SITE)) {
            if (!site.equals("same-origin") && !site.equals("none")) {
                throw RefusedException.forbidden("another site's page may not ask");
            }
        }
    }

    private static List<String> values(Request request, String header) {
        return request.getHeaders().getFields(header).stream()
                .map(HttpField::getValue)
                .toList();
    }

    private @Nullable String cookieOf(Request request) {
        for (HttpCookie sent : Request.getCookies(request)) {
            if (sent.getName().equals(cookie)) {
                return sent.getValue();
            }
        }
        return null;
    }

    private HttpCookie cookie(String token) {
        return HttpCookie.build(cookie, token)
                .path("/")
                .httpOnly(true)
                .sameSite(HttpCookie.SameSite.STRICT)
                .build();
    }
}
