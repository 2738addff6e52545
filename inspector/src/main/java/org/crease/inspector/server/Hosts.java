package org.crease.inspector.server;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The names by which a browser may ask. A page of a stranger can point its own name at this machine (DNS rebinding) and
 * would then be of our origin; its requests carry that name, so only names that are ours are answered: literal addresses,
 * {@code localhost}, and the name that was asked for on the command line.
 */
final class Hosts {
    private static final Pattern AUTHORITY =
            Pattern.compile("(\\[[0-9A-Fa-f:.]{2,45}\\]|[A-Za-z0-9.-]{1,253})(?::([0-9]{1,5}))?");
    private static final Pattern IPV4 = Pattern.compile("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}");
    private static final int HTTP = 80;

    private final Access access;
    private final int port;

    Hosts(Access access, int port) {
        this.access = access;
        this.port = port;
    }

    /** Whether one Host header, as it was sent, names this server. */
    boolean allows(List<String> headers) {
        if (headers.size() != 1) {
            return false;
        }
        Matcher authority = AUTHORITY.matcher(headers.get(0));
        if (!authority.matches()) {
            return false;
        }
        int asked = authority.group(2) == null ? HTTP : Integer.parseInt(authority.group(2));
        return asked == port && isOurs(authority.group(1).toLowerCase(Locale.ROOT));
    }

    private boolean isOurs(String name) {
        boolean literal = name.startsWith("[") || IPV4.matcher(name).matches();
        if (!literal) {
            return name.equals(access.host()) || (name.equals("localhost") && reachesLoopback());
        }
        InetAddress address = parse(name);
        if (address == null) {
            return false;
        }
        return access.address().isAnyLocalAddress()
                || address.equals(access.address())
                || address.equals(InetAddress.getLoopbackAddress())
                || isLoopback6(address);
    }

    private boolean reachesLoopback() {
        return access.address().isLoopbackAddress() || access.address().isAnyLocalAddress();
    }

    private static boolean isLoopback6(InetAddress address) {
        return address instanceof Inet6Address && address.isLoopbackAddress();
    }

    /** Only ever given a literal, so that no name is looked up. */
    private static @Nullable InetAddress parse(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            return null;
        }
    }
}
