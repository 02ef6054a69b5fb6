package org.gemello.binding.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which files a connection that comes over the API may name. Who may configure connections shall not thereby read every file that the platform
 * can read, by having it sent somewhere as a password, or move files out of any folder: that is for who may write the configuration folder. What
 * stands in the site already may stay.
 */
final class ReachableFiles {
    private static final Map<String, String> WITHIN = new HashMap<>();

    static {
        List.of("passwordFile", "userCertificate", "userKey", "security.keyFile", "security.keyStore", "security.keyPasswordFile")
                .forEach(key -> WITHIN.put(key, "secrets/"));
        List.of("security.caFile", "security.certFile").forEach(key -> WITHIN.put(key, ""));
        WITHIN.put("folder", "inbox/");
    }

    private ReachableFiles() {
    }

    /**
     * @param connection content of a document
     * @param present    what the connection of that name says now, nested keys with dots
     * @return what is wrong and what to do; empty where all is well
     */
    static Optional<String> objection(Map<String, Object> connection, Map<String, String> present) {
        Map<String, String> wanted = flat(connection);
        if (wanted.containsKey("passwordVariable") && !Objects.equals(wanted.get("passwordVariable"), present.get("passwordVariable"))) {
            return Optional.of("'passwordVariable' is written into the file by hand; use a 'passwordFile' in secrets/ of the data folder");
        }
        return wanted.entrySet().stream().filter(entry -> WITHIN.containsKey(entry.getKey()) && !entry.getValue().equals(present.get(entry.getKey())))
                .filter(entry -> !isWithin(entry.getValue(), WITHIN.get(entry.getKey()))).findFirst().map(ReachableFiles::words);
    }

    private static String words(Map.Entry<String, String> entry) {
        String folder = WITHIN.get(entry.getKey());
        return "'" + entry.getKey() + "' is '" + entry.getValue() + "'; write a path " + (folder.isEmpty() ? "within the configuration folder"
                : "such as " + folder + "plant, within the data folder") + ", without '..'; any other is written into the file by hand";
    }

    private static boolean isWithin(String path, String folder) {
        return path.startsWith(folder) && path.length() > folder.length() && !path.startsWith("/") && path.indexOf('\\') < 0 && path.indexOf(':') < 0
                && path.indexOf('\0') < 0 && !List.of(path.split("/", -1)).contains("..");
    }

    static Map<String, String> flat(Map<?, ?> content) {
        Map<String, String> flat = new TreeMap<>();
        content.forEach((key, value) -> {
            if (value instanceof Map<?, ?> inner) {
                flat(inner).forEach((name, text) -> flat.put(key + "." + name, text));
            } else {
                flat.put(String.valueOf(key), String.valueOf(value));
            }
        });
        return flat;
    }
}
