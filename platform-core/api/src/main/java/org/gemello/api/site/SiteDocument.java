package org.gemello.api.site;

import java.util.Map;

/**
 * One document of the site, as it stands in the configuration folder.
 *
 * @param kind     what it describes
 * @param name     unique among those of its kind
 * @param content  keys and values as in the YAML file: texts, numbers, truth values, lists and maps of these; for a binding
 *                 {@code connection}, {@code twin} and {@code bindings}, a list
 * @param revision changes with the content; an {@link SiteEdit} names the one that it was made for
 * @param place    file and line, such as {@code twins/farm.yaml:3}
 */
public record SiteDocument(SiteKind kind, String name, Map<String, Object> content, String revision, String place) {
}
