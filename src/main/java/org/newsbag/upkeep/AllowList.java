package org.newsbag.upkeep;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;

/** From where something may be fetched: a bag is a stranger's, and its addresses may lead anywhere. */
final class AllowList {
    private static final List<String> KNOWN = List.of("http", "https");

    private final List<String> schemes;
    private final List<String> hosts;

    AllowList(FetchRequest request) {
        this.schemes = request.schemes();
        this.hosts = request.hosts().stream()
                .map(host -> host.toLowerCase(Locale.ROOT))
                .toList();
    }

    /** An address that nothing may be asked of, and why. */
    static final class NotAllowed extends Exception {
        private static final long serialVersionUID = 1L;

        NotAllowed(String message) {
            super(message);
        }
    }

    /** The address, where it is an allowed one. Every step of a redirection is asked for too. */
    URI check(String url) throws NotAllowed {
        var address = parse(url);
        var scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        if (!KNOWN.contains(scheme))
            throw new NotAllowed("newsbag cannot fetch by \"" + scheme + "\"; put the file there by other means");
        if (!schemes.contains(scheme))
            throw new NotAllowed(
                    "the scheme \"" + scheme + "\" is not allowed; give --allow-scheme " + scheme + " to allow it");
        if (address.getHost() == null) throw new NotAllowed("the address names no host");
        if (address.getRawUserInfo() != null) throw new NotAllowed("the address holds a user's name");
        if (hosts.stream().noneMatch(host -> matches(host, address)))
            throw new NotAllowed("the host is not allowed; give --allow-host " + host(address) + " to allow it");
        return address;
    }

    /** The host as it has to be allowed: with its port where that is not the scheme's own. */
    static String host(URI address) {
        var host = address.getHost().toLowerCase(Locale.ROOT);
        boolean isOwn = address.getPort() < 0
                || address.getPort() == ("https".equalsIgnoreCase(address.getScheme()) ? 443 : 80);
        return isOwn ? host : host + ":" + address.getPort();
    }

    private static boolean matches(String allowed, URI address) {
        var host = host(address);
        return allowed.startsWith("*.") ? host.endsWith(allowed.substring(1)) : host.equals(allowed);
    }

    private static URI parse(String url) throws NotAllowed {
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            throw new NotAllowed("it is no address: " + e.getReason());
        }
    }
}
