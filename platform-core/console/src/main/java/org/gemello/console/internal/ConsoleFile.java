package org.gemello.console.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/**
 * A file of the console as it goes to browsers.
 *
 * @param type   media type
 * @param plain  content
 * @param zipped content, compressed by gzip
 * @param cache  value of {@code Cache-Control}: what has its hash in its name may be kept for good, the page is asked for each time
 * @param policy content security policy: what a browser may do with it
 */
record ConsoleFile(String type, byte[] plain, byte[] zipped, String cache, String policy) {
    private static final Pattern HASHED = Pattern.compile(".+-[A-Z0-9]{8}\\.(js|css)");

    static ConsoleFile of(String name, byte[] content, String policy) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(content);
        }
        return new ConsoleFile(type(name), content, zipped.toByteArray(),
                HASHED.matcher(name).matches() ? "public, max-age=31536000, immutable" : "no-cache", policy);
    }

    /** Whether pages of this platform may show it in a frame: the page in which modules of packs run. */
    boolean isFrame() {
        return policy.contains("frame-ancestors 'self'");
    }

    private static String type(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "html" -> "text/html; charset=utf-8";
            case "js" -> "text/javascript; charset=utf-8";
            case "css" -> "text/css; charset=utf-8";
            default -> "text/plain; charset=utf-8";
        };
    }
}
