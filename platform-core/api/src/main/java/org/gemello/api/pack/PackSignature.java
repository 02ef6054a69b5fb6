package org.gemello.api.pack;

/**
 * What is known of a pack's signature.
 *
 * @param state     see {@link State}
 * @param publisher who claims to have made it
 * @param key       SHA-256 of the public key in hex, empty where unsigned
 * @param sentence  for people, with the remedy
 */
public record PackSignature(State state, String publisher, String key, String sentence) {

    /** What the check of the signature found. */
    public enum State {
        TRUSTED,
        UNSIGNED,
        UNKNOWN_PUBLISHER,
        REVOKED,
        TAMPERED
    }
}
