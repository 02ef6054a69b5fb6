package org.gemello.security.internal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where the audit log goes on after a start.
 *
 * @param next sequence number of the next line
 * @param hash of the last whole line
 * @param torn bytes after the last whole line of the present file: a line that a crash has cut short and nobody relied on
 */
record AuditTail(long next, String hash, long torn) {
    private static final int LONGEST_LINE = 1 << 20;

    static AuditTail read(AuditFolder folder) throws IOException {
        Path present = folder.present();
        AuditTail tail = Files.exists(present) ? last(present) : new AuditTail(0, AuditLine.BEGINNING, 0);
        if (tail.next() > 0) {
            return tail;
        }
        List<Path> rolled = folder.rolled();
        if (rolled.isEmpty()) {
            return tail;
        }
        AuditTail last = last(rolled.get(rolled.size() - 1));
        return new AuditTail(last.next(), last.hash(), tail.torn());
    }

    private static AuditTail last(Path file) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            int length = (int) Math.min(bytes.length(), LONGEST_LINE);
            byte[] end = new byte[length];
            bytes.seek(bytes.length() - length);
            bytes.readFully(end);
            String text = new String(end, StandardCharsets.ISO_8859_1);
            int lineEnd = text.lastIndexOf('\n');
            if (lineEnd < 0) {
                return new AuditTail(0, AuditLine.BEGINNING, bytes.length());
            }
            int lineStart = text.lastIndexOf('\n', lineEnd - 1) + 1;
            String line = new String(end, lineStart, lineEnd - lineStart, StandardCharsets.UTF_8);
            return new AuditTail(AuditLine.sequence(line) + 1, Secrets.hash(line), length - lineEnd - 1L);
        } catch (IllegalArgumentException e) {
            throw new IOException("the end of " + file + " is " + e.getMessage()
                    + "; move the file away for inspection and start again", e);
        }
    }
}
