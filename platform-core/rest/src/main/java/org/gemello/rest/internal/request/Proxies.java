package org.gemello.rest.internal.request;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The proxies whose word is taken for whom a request comes from. They name one header that they write themselves: a client could send the other, and a
 * proxy that does not know it would pass it on.
 */
public final class Proxies {
    /** The header of RFC 7239. */
    static final String FORWARDED = "Forwarded";
    static final String X_FORWARDED_FOR = "X-Forwarded-For";
    public static final Proxies NONE = new Proxies(List.of(), X_FORWARDED_FOR);
    private static final Pattern LITERAL = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F.]*:[0-9a-fA-F:.]*");
    private final List<Block> blocks;
    private final String header;

    /** The first bits that addresses have in common. */
    private record Block(byte[] address, int bits) {
        boolean has(byte[] other) {
            if (other.length != address.length) {
                return false;
            }
            int whole = bits / Byte.SIZE;
            int rest = bits % Byte.SIZE;
            return Arrays.equals(address, 0, whole, other, 0, whole)
                    && (rest == 0 || ((address[whole] ^ other[whole]) & 0xff) >> Byte.SIZE - rest == 0);
        }
    }

    private Proxies(List<Block> blocks, String header) {
        this.blocks = blocks;
        this.header = header;
    }

    /**
     * @param addresses of proxies, each with {@code /bits} behind it where it stands for all that begin so
     * @param header    that they write, {@code X-Forwarded-For} or {@code Forwarded}
     * @throws IllegalArgumentException where one of them is no address, or the header is another one
     */
    public static Proxies of(String addresses, String header) {
        if (!header.equals(X_FORWARDED_FOR) && !header.equals(FORWARDED)) {
            throw new IllegalArgumentException("proxies.header is '" + header + "'; write " + X_FORWARDED_FOR + " or " + FORWARDED);
        }
        return new Proxies(Stream.of(addresses.split(",")).map(String::strip).filter(each -> !each.isEmpty()).map(Proxies::block).toList(), header);
    }

    private static Block block(String text) {
        String[] parts = text.split("/", 2);
        byte[] address = bytes(parts[0]);
        int bits = address == null ? 0 : address.length * Byte.SIZE;
        boolean isBlock = parts.length < 2 || parts[1].matches("\\d{1,3}") && Integer.parseInt(parts[1]) <= bits;
        if (address == null || !isBlock) {
            throw new IllegalArgumentException("proxies has '" + text + "'; write addresses such as 10.1.2.3 or 10.1.2.0/24, with commas between");
        }
        return new Block(address, parts.length < 2 ? bits : Integer.parseInt(parts[1]));
    }

    boolean isNone() {
        return blocks.isEmpty();
    }

    boolean has(String address) {
        byte[] bytes = isNone() ? null : bytes(address);
        return bytes != null && blocks.stream().anyMatch(block -> block.has(bytes));
    }

    /** The header that they write. */
    String header() {
        return header;
    }

    static boolean isAddress(String text) {
        return bytes(text) != null;
    }

    /** No name is looked up. */
    private static byte[] bytes(String text) {
        try {
            return LITERAL.matcher(text).matches() ? InetAddress.getByName(text).getAddress() : null;
        } catch (UnknownHostException e) {
            return null;
        }
    }
}
