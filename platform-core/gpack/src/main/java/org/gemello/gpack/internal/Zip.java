package org.gemello.gpack.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gemello.api.pack.PackRefusedException;
import org.gemello.gpack.Limits;

/** A zip that keeps the limits: its entries by name, each read as a stream that counts. */
public final class Zip {
    private final String archive;
    private final ByteSource source;
    private final Limits limits;
    private final Map<String, ZipEntryHeader> entries = new LinkedHashMap<>();

    /**
     * Reads the directory; no entry yet.
     *
     * @param archive name for messages
     */
    public Zip(String archive, ByteSource source, Limits limits) throws IOException, PackRefusedException {
        this.archive = archive;
        this.source = source;
        this.limits = limits;
        new ZipDirectory(archive, source, limits).read().forEach(entry -> entries.put(entry.name(), entry));
    }

    /** What is done with one entry. */
    public interface Visitor {
        void visit(String name, InputStream content) throws IOException, PackRefusedException;
    }

    /** Visits every file in the order of the archive; the total is bounded. What the visitor leaves unread is read and counted too. */
    public void visit(Visitor visitor) throws IOException, PackRefusedException {
        long total = 0;
        for (String name : files()) {
            try (InputStream content = open(name)) {
                visitor.visit(name, content);
                content.transferTo(OutputStream.nullOutputStream());
            } catch (RefusedIOException e) {
                throw new PackRefusedException(e.getMessage(), e);
            }
            // an entry that came to its end has as many bytes as its header claims
            total += entries.get(name).claimed();
            if (total > limits.totalBytes()) {
                throw new PackRefusedException(archive + " grows beyond " + limits.totalBytes() + " bytes in all");
            }
        }
    }

    /** Names of all entries but folders. */
    public List<String> files() {
        return entries.values().stream().filter(entry -> !entry.isFolder()).map(ZipEntryHeader::name).toList();
    }

    /** Names of the entries that are folders. */
    public List<String> folders() {
        return entries.values().stream().filter(ZipEntryHeader::isFolder).map(ZipEntryHeader::name).toList();
    }

    public boolean has(String name) {
        return entries.containsKey(name);
    }

    /** The content of an entry that is there; a limit passed comes as a {@link RefusedIOException}. */
    public InputStream open(String name) {
        return new InflatedStream(archive, source, entries.get(name), limits);
    }
}
