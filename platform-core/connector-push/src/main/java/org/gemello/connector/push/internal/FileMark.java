package org.gemello.connector.push.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.gemello.api.TraceId;

/**
 * What tells one dropped file from another, and from itself when it was changed.
 *
 * @param name     without folder
 * @param size     bytes
 * @param modified milliseconds since the epoch
 */
record FileMark(String name, long size, long modified) {

    static FileMark of(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        return new FileMark(file.getFileName().toString(), attributes.size(), attributes.lastModifiedTime().toMillis());
    }

    /** The trace of the batch that begins at a line: always the same, so that the log can be asked whether it has it. */
    TraceId trace(long line) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest((this + "#" + line).getBytes(StandardCharsets.UTF_8));
            ByteBuffer bytes = ByteBuffer.wrap(digest);
            return new TraceId(bytes.getLong(), bytes.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
