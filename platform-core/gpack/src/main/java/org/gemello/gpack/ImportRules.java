package org.gemello.gpack;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gemello.gpack.internal.lint.Header;

/**
 * Which packages of the platform a bundle of a pack may import. The lint reads manifests for it, the platform's resolver hook
 * enforces it.
 */
public final class ImportRules {
    /** A dot at the end: that package and all below. */
    private static final List<String> ALLOWED = List.of("java.", "org.gemello.api.", "org.gemello.spi.", "org.slf4j",
            "org.osgi.annotation.", "org.osgi.service.component.", "javax.xml.", "org.w3c.dom.", "org.xml.sax.");
    /** Nobody but the platform exports these. */
    private static final List<String> PLATFORM = List.of("java.", "javax.", "org.gemello.api.", "org.gemello.spi.", "org.slf4j.",
            "org.osgi.", "org.apache.karaf.", "org.apache.camel.", "org.apache.felix.", "org.w3c.", "org.xml.");

    private ImportRules() {
    }

    /** True where a pack may import it from the platform. */
    public static boolean isAllowed(String packageName) {
        return ALLOWED.stream().anyMatch(allowed -> covers(allowed, packageName));
    }

    /** True where only the platform may export it. */
    public static boolean isPlatform(String packageName) {
        return PLATFORM.stream().anyMatch(platform -> covers(platform, packageName));
    }

    /** Version of each package in a header {@code Export-Package}; none where it is null. */
    public static Map<String, String> versions(String exportPackage) {
        Map<String, String> versions = new HashMap<>();
        for (Header clause : Header.parse(exportPackage)) {
            clause.names().forEach(each -> versions.put(each, clause.attributes().getOrDefault("version", "0.0.0")));
        }
        return versions;
    }

    private static boolean covers(String rule, String packageName) {
        return rule.endsWith(".") ? (packageName + ".").startsWith(rule) : packageName.equals(rule);
    }
}
