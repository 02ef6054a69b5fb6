package org.gemello.api.pack;

/**
 * A key of a publisher.
 *
 * @param name    of the publisher, as in the manifest
 * @param key     SHA-256 of the public key in hex
 * @param revoked true where its signatures are refused
 * @param builtIn true where it came with the platform
 */
public record Publisher(String name, String key, boolean revoked, boolean builtIn) {
}
