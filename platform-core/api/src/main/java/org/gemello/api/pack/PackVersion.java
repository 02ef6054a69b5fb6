package org.gemello.api.pack;

import java.time.Instant;

/**
 * A version that is kept and to which one may go back.
 *
 * @param version semantic version as in the manifest
 * @param sha256  hash of the file, lower-case hex
 * @param bytes   size of the file
 * @param added   when it came to this platform
 * @param active  true for the one that serves
 */
public record PackVersion(String version, String sha256, long bytes, Instant added, boolean active) {
}
