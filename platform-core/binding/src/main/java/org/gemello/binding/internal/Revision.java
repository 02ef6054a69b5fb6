package org.gemello.binding.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** A hash of a document's content: the same content has the same revision, wherever and however it is written. */
final class Revision {
    private static final int BYTES = 12;
    private final MessageDigest digest;

    private Revision(MessageDigest digest) {
        this.digest = digest;
    }

    /** 24 hexadecimal digits. */
    static String of(Map<String, Object> content) {
        try {
            Revision revision = new Revision(MessageDigest.getInstance("SHA-256"));
            revision.add(content);
            return HexFormat.of().formatHex(revision.digest.digest(), 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The kind first, then the length: no two contents give the same bytes. */
    private void add(Object value) {
        if (value instanceof Map<?, ?> map) {
            head('m', map.size());
            map.forEach((key, inner) -> {
                add(key);
                add(inner);
            });
        } else if (value instanceof List<?> list) {
            head('l', list.size());
            list.forEach(this::add);
        } else {
            byte[] text = value.toString().getBytes(StandardCharsets.UTF_8);
            head(value instanceof String ? 't' : value instanceof Boolean ? 'b' : 'n', text.length);
            digest.update(text);
        }
    }

    private void head(char kind, int length) {
        digest.update((byte) kind);
        for (int shift = 24; shift >= 0; shift -= 8) {
            digest.update((byte) (length >>> shift));
        }
    }
}
