package org.gemello.security.internal;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** What counts as one address: of IPv6 the first 64 bits, because whoever has one address there has all that share them (RFC 6177). */
final class AddressBlock {
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F.]*:[0-9a-fA-F:.]*");
    private static final int NETWORK_BYTES = 8;

    private AddressBlock() {
    }

    /** @param address as text; what is no IPv6 address stands for itself */
    static String of(String address) {
        String plain = address.replaceFirst("%.*$", "");
        if (!IPV6.matcher(plain).matches()) {
            return address;
        }
        try {
            byte[] bytes = InetAddress.getByName(plain).getAddress();
            return bytes.length <= NETWORK_BYTES ? InetAddress.getByAddress(bytes).getHostAddress() : HexFormat.of().formatHex(bytes, 0, NETWORK_BYTES) + "/64";
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
