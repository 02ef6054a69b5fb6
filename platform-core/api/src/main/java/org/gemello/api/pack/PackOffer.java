package org.gemello.api.pack;

import java.util.Map;

/**
 * A pack in a repository.
 *
 * @param repository    name of the repository
 * @param id            of the pack
 * @param version       of the pack
 * @param title         by language
 * @param publisher     who made it
 * @param compatible    true where this platform's SPI is in its range
 * @param note          why it is not compatible, or whether it is installed
 * @param bytes         size of the file
 */
public record PackOffer(String repository, String id, String version, Map<String, String> title, String publisher, boolean compatible,
                        String note, long bytes) {
}
