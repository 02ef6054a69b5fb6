package org.gemello.exchange.internal.backup;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The last entry of a backup: the SHA-256 of every other one, in the form of {@code sha256sum}, below lines that begin with # and say
 * what the backup is. So {@code unzip x.zip && sha256sum -c SHA256SUMS} checks one without us.
 *
 * @param facts such as {@code offset}, in order
 * @param sums  SHA-256 in hexadecimal by entry name
 */
record Manifest(Map<String, String> facts, Map<String, String> sums) {
    static final String NAME = "SHA256SUMS";
    private static final String FORMAT = "gemello-backup";
    private static final String VERSION = "1";
    private static final Pattern FACT = Pattern.compile("# ([a-z-]{1,40}): ([^\\r\\n]{0,400})");
    private static final Pattern SUM = Pattern.compile("([0-9a-f]{64})  (.{1,1024})");

    static Manifest begin() {
        Manifest manifest = new Manifest(new LinkedHashMap<>(), new TreeMap<>());
        manifest.facts.put(FORMAT, VERSION);
        return manifest;
    }

    String text() {
        StringBuilder text = new StringBuilder();
        facts.forEach((name, value) -> text.append("# ").append(name).append(": ").append(value).append('\n'));
        sums.forEach((name, sum) -> text.append(sum).append("  ").append(name).append('\n'));
        return text.toString();
    }

    /** @throws IOException where it is none, or of a later format */
    static Manifest parse(String text) throws IOException {
        Manifest manifest = new Manifest(new LinkedHashMap<>(), new TreeMap<>());
        for (String line : text.split("\n")) {
            Matcher fact = FACT.matcher(line);
            Matcher sum = SUM.matcher(line);
            if (fact.matches()) {
                manifest.facts.put(fact.group(1), fact.group(2));
            } else if (sum.matches()) {
                manifest.sums.put(sum.group(2), sum.group(1));
            } else {
                throw new IOException("the backup's " + NAME + " has a line that is none");
            }
        }
        String version = manifest.facts.get(FORMAT);
        if (!VERSION.equals(version)) {
            throw new IOException(version == null ? "its " + NAME + " is not that of a Gemello backup"
                    : "the backup has format " + version + ", this version of Gemello reads " + VERSION + "; restore it with the version that wrote it");
        }
        return manifest;
    }
}
