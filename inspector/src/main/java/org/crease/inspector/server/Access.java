package org.crease.inspector.server;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the page is served, and for whom.
 *
 * @param host the address or name to listen on, as it was given
 * @param address what that stands for
 * @param port 0 for any free one
 * @param token what whoever asks must know; null where this machine alone can ask
 */
public record Access(
        String host,
        InetAddress address,
        int port,
        @Nullable String token) {
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{16,128}");
    private static final int RANDOM_BYTES = 24;

    /**
     * An address. Any other than a loopback one gets a token, a random one if none is given.
     *
     * @param host an address, with or without the brackets of IPv6, or a name
     * @throws IllegalArgumentException when the host has no address, or the token could be guessed or does not fit an address
     */
    public static Access to(String host, int port, @Nullable String token) {
        if (token != null && !TOKEN.matcher(token).matches()) {
            throw new IllegalArgumentException("the token is not allowed: 16 to 128 of A-Z a-z 0-9 _ - are");
        }
        String bare = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        try {
            InetAddress address = InetAddress.getByName(bare);
            boolean open = !address.isLoopbackAddress();
            return new Access(bare.toLowerCase(Locale.ROOT), address, port, token == null && open ? random() : token);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("no address is known for host '" + host + "'", e);
        }
    }

    /** A text nobody guesses. */
    static String random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The address of the page for people: with the token, and never a wildcard. */
    String page(int boundPort) {
        String name = address.isAnyLocalAddress() ? localName() : host;
        String literal = name.contains(":") ? "[" + name + "]" : name;
        return "http://" + literal + ":" + boundPort + "/" + (token == null ? "" : "?token=" + token);
    }

    private static String localName() {
        try {
            return InetAddress.getLocalHost().getHostAddress();
        } catch (UnknownHostException e) {
            return InetAddress.getLoopbackAddress().getHostAddress();
        }
    }
}
