package org.gemello.rest.internal.request;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What proxies say of a request, one after the other; each has written behind what was there before it came.
 *
 * @param clients   whom each got it from, the last proxy first; what is no address is empty
 * @param protocols by which the last proxy got it, first; empty where it does not say
 */
record Forwarded(List<String> clients, List<String> protocols) {
    /** {@code for="[2001:db8::1]:4711"} and the like (RFC 7239, 6): brackets, port and quotes are no part of the address. */
    private static final Pattern NODE = Pattern.compile("\\[([^\\]]*)](?::\\d+)?|([^:]*)(?::\\d+)?|(.*)");

    /** @param values of the header {@code Forwarded}, in their order */
    static Forwarded of(List<String> values) {
        List<String> clients = new ArrayList<>();
        List<String> protocols = new ArrayList<>();
        for (String element : split(values)) {
            clients.add(address(parameter(element, "for")));
            protocols.add(parameter(element, "proto"));
        }
        return new Forwarded(clients, protocols);
    }

    /** @param addresses of the header {@code X-Forwarded-For}  @param protocols of {@code X-Forwarded-Proto} */
    static Forwarded of(List<String> addresses, List<String> protocols) {
        return new Forwarded(split(addresses).stream().map(Forwarded::address).toList(), split(protocols));
    }

    /**
     * Who sent it: the first from the end that is no proxy itself. What stands before it anybody may have written.
     *
     * @param peer the proxy that the request came from
     */
    String client(String peer, Proxies proxies) {
        String client = peer;
        for (String next : clients) {
            if (next.isEmpty()) {
                return client;
            }
            client = next;
            if (!proxies.has(client)) {
                return client;
            }
        }
        return client;
    }

    /** Whether it reached the last proxy by TLS. */
    boolean hasTls() {
        return !protocols.isEmpty() && protocols.get(0).equalsIgnoreCase("https");
    }

    /** The elements of lists, the last one first. */
    private static List<String> split(List<String> values) {
        List<String> elements = new ArrayList<>();
        values.forEach(value -> List.of(value.split(",", -1)).forEach(element -> elements.add(element.strip())));
        Collections.reverse(elements);
        return elements;
    }

    private static String parameter(String element, String name) {
        for (String pair : element.split(";")) {
            String[] parts = pair.split("=", 2);
            if (parts.length == 2 && parts[0].strip().equalsIgnoreCase(name)) {
                return parts[1].strip().replaceAll("^\"|\"$", "");
            }
        }
        return "";
    }

    private static String address(String node) {
        if (Proxies.isAddress(node)) {
            return node;
        }
        Matcher form = NODE.matcher(node);
        String bare = !form.matches() ? "" : form.group(1) != null ? form.group(1) : form.group(2) != null ? form.group(2) : "";
        return Proxies.isAddress(bare) ? bare : "";
    }
}
