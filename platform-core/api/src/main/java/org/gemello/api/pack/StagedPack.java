package org.gemello.api.pack;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A file in quarantine: opened within the limits and looked at, nothing of it is loaded.
 *
 * @param handle      by which a request names it
 * @param id          of the pack
 * @param version     of the pack
 * @param title       by language
 * @param description by language
 * @param signature   what the check found
 * @param asks        permissions that it asks for
 * @param problems    why it cannot be installed, with remedies; empty where it can
 * @param sha256      of the file
 * @param staged      when
 */
public record StagedPack(String handle, String id, String version, Map<String, String> title, Map<String, String> description,
                         PackSignature signature, PackGrant asks, List<String> problems, String sha256, Instant staged) {
}
