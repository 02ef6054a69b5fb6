package org.gemello.security.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import org.gemello.security.AuditRecord;

/** Finds lines of the audit log, file by file from the newest on, so that the newest lines come without reading old files. */
final class AuditReading {
    private final long before;
    private final Predicate<AuditRecord> wanted;
    private final int limit;
    private final List<AuditRecord> found = new ArrayList<>();

    AuditReading(long before, Predicate<AuditRecord> wanted, int limit) {
        this.before = before;
        this.wanted = wanted;
        this.limit = limit;
    }

    /** @throws IOException where a file cannot be read or a line is none of ours */
    List<AuditRecord> read(AuditFolder folder) throws IOException {
        List<Path> files = new ArrayList<>(folder.all());
        Collections.reverse(files);
        for (Path file : files) {
            if (found.size() < limit) {
                read(file);
            }
        }
        return found;
    }

    private void read(Path file) throws IOException {
        int room = limit - found.size();
        Deque<AuditRecord> last = new ArrayDeque<>();
        AuditFolder.lines(file, line -> {
            AuditRecord each = record(file, line);
            if (each.sequence() >= before) {
                return false;
            }
            if (wanted.test(each)) {
                last.addLast(each);
                if (last.size() > room) {
                    last.removeFirst();
                }
            }
            return true;
        });
        for (Iterator<AuditRecord> newest = last.descendingIterator(); newest.hasNext();) {
            found.add(newest.next());
        }
    }

    private static AuditRecord record(Path file, String line) throws IOException {
        try {
            return AuditLineReader.read(line).record();
        } catch (IllegalArgumentException e) {
            throw new IOException(file + ": " + e.getMessage() + "; verify the audit log", e);
        }
    }
}
