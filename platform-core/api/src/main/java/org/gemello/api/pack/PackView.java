package org.gemello.api.pack;

import java.util.List;
import java.util.Map;

/**
 * An installed pack.
 *
 * @param id        identity
 * @param title     by language
 * @param publisher who made it
 * @param licence   SPDX expression, or what the trial allows
 * @param state     where it stands
 * @param reason    why it is parked, empty otherwise
 * @param isolation {@code in-process} or {@code worker}
 * @param version   the one that serves
 * @param kept      all kept versions, newest first
 * @param types     its twin types with their schema
 * @param signature of the version that serves
 * @param grant     what it has been granted
 * @param leak      what a retired version has left behind, empty where nothing
 */
public record PackView(String id, Map<String, String> title, String publisher, String licence, PackState state, String reason, String isolation,
                       String version, List<PackVersion> kept, Map<String, Integer> types, PackSignature signature, PackGrant grant, String leak) {
}
