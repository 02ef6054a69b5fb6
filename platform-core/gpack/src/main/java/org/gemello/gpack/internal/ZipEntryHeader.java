package org.gemello.gpack.internal;

/**
 * An entry as the central directory and its local header agree on it.
 *
 * @param name       checked name
 * @param stored     true where it is not compressed
 * @param compressed bytes in the archive
 * @param claimed    inflated bytes as the headers claim
 * @param crc        CRC-32 as the headers claim
 * @param data       place of its first byte
 */
public record ZipEntryHeader(String name, boolean stored, long compressed, long claimed, long crc, long data) {
    public boolean isFolder() {
        return name.endsWith("/");
    }
}
