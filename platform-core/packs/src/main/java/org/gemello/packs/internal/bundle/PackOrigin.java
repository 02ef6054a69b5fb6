package org.gemello.packs.internal.bundle;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.Bundle;

/**
 * One version of one pack, as the location of its bundles names it: {@code gpack:ID@VERSION+SHA8/FILE}.
 *
 * @param id      of the pack
 * @param version semantic version
 * @param sha8    first eight digits of the hash of the file, and for what it is loaded where it is not to serve
 */
public record PackOrigin(String id, String version, String sha8) {
    static final String PROTOCOL = "gpack";
    private static final String SCHEME = PROTOCOL + ':';
    private static final Pattern LOCATION = Pattern.compile(SCHEME + "([^@/]+)@([^/]+)[+]([^+/]+)/(.+)");

    public static PackOrigin of(String id, String version, String sha256) {
        return of(id, version, sha256, "");
    }

    /** @param purpose empty for the version that serves, else what it is loaded for beside that one */
    public static PackOrigin of(String id, String version, String sha256, String purpose) {
        return new PackOrigin(id, version, sha256.substring(0, 8) + (purpose.isEmpty() ? "" : '-' + purpose));
    }

    /** A bundle of a version, as its location names it. */
    public record Part(PackOrigin origin, String file) {
    }

    /** @throws IllegalArgumentException where this is no location of a pack's bundle */
    public static Part part(String location) {
        Matcher parts = LOCATION.matcher(location);
        if (!parts.matches()) {
            throw new IllegalArgumentException("'" + location + "' is not of the form " + SCHEME + "ID@VERSION+SHA8/FILE");
        }
        return new Part(new PackOrigin(parts.group(1), parts.group(2), parts.group(3)), parts.group(4));
    }

    /** What the locations of all bundles of a version begin with; null for a bundle that is no pack's. */
    static String prefix(Bundle bundle) {
        String location = bundle.getLocation();
        return isPack(bundle) ? location.substring(0, location.indexOf('/') + 1) : null;
    }

    /** True for a bundle of a pack. */
    public static boolean isPack(Bundle bundle) {
        String location = bundle.getLocation();
        return location != null && location.startsWith(SCHEME) && location.indexOf('/') > 0;
    }

    /** Location of one bundle of this version. */
    String location(String file) {
        return prefix() + file;
    }

    String prefix() {
        return SCHEME + this + '/';
    }

    /** True for a bundle of this version. */
    public boolean owns(Bundle bundle) {
        return bundle.getLocation() != null && bundle.getLocation().startsWith(prefix());
    }

    @Override
    public String toString() {
        return id + '@' + version + '+' + sha8;
    }
}
