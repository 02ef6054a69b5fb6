package org.gemello.api.pack;

import java.util.List;

/**
 * Permissions: what a pack asks for in its manifest, or what the administrator has granted.
 *
 * @param read     patterns {@code twin/point} that it may read; {@code *} stands for any text within a part
 * @param write    patterns of points that it may derive or write
 * @param commands {@code type: command} that it may handle
 * @param files    true where it may keep files in a folder of its own
 * @param network  {@code host:port} to which it may connect
 * @param threads  most threads of its own
 */
public record PackGrant(List<String> read, List<String> write, List<String> commands, boolean files, List<String> network, int threads) {
    /** Nothing. */
    public static final PackGrant NONE = new PackGrant(List.of(), List.of(), List.of(), false, List.of(), 0);

    public PackGrant {
        read = List.copyOf(read);
        write = List.copyOf(write);
        commands = List.copyOf(commands);
        network = List.copyOf(network);
    }
}
