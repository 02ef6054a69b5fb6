package org.gemello.exchange.internal.backup;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.gemello.exchange.internal.DurableFiles;

/**
 * Brings a backup into new folders: first it is read once and every hash compared, then it is unpacked beside the folders that it is for,
 * each file forced to disk, and at last both folders get their names. Whatever fails before leaves nothing.
 */
public final class Restoration {
    private static final String UNFINISHED = ".restoring";
    private final Path archive;
    private final char[] passphrase;

    /** @param passphrase null for a backup that is not sealed */
    public Restoration(Path archive, char[] passphrase) {
        this.archive = archive;
        this.passphrase = passphrase;
    }

    /**
     * What is in a backup.
     *
     * @param time    when it was made
     * @param product version that made it
     * @param offset  of the log up to which everything is in it
     * @param files   their number
     * @param bytes   their size together
     */
    public record Summary(String time, String product, String offset, int files, long bytes) {
    }

    /**
     * Reads all of the backup and compares every hash.
     *
     * @throws IOException where it is damaged; the message names the file in it
     */
    public Summary verify() throws IOException {
        return summary(new ArchiveReader(archive, passphrase, Long.MAX_VALUE).read(name -> OutputStream.nullOutputStream()));
    }

    private static Summary summary(ArchiveReader.Content content) {
        var facts = content.manifest().facts();
        return new Summary(facts.get("time"), facts.get("product"), facts.get("offset"), content.files(), content.bytes());
    }

    /**
     * Restores.
     *
     * @param data   the data folder; there must be none, or an empty one
     * @param config the configuration; there must be none, or one without files that the platform reads
     * @throws IOException where the backup is damaged, a folder is in use, or the disk has no room; nothing has changed then
     */
    public Summary restore(Path data, Path config) throws IOException {
        if (config.toAbsolutePath().normalize().startsWith(data.toAbsolutePath().normalize())) {
            throw new IOException("the configuration cannot be restored into the data folder; name another folder with --config");
        }
        checkEmpty(data);
        checkNoConfiguration(config);
        Summary summary = verify();
        Path parent = Files.createDirectories(data.toAbsolutePath().getParent());
        long room = Files.getFileStore(parent).getUsableSpace();
        if (summary.bytes() > room) {
            throw new IOException("the backup needs " + summary.bytes() + " bytes, " + parent + " has room for " + room);
        }
        Path newData = beside(data);
        Path newConfig = beside(config);
        try {
            unpack(newData, newConfig, summary.bytes());
            publish(newConfig, config, newData, data);
        } finally {
            DurableFiles.remove(newData);
            DurableFiles.remove(newConfig);
        }
        return summary;
    }

    private static Path beside(Path folder) throws IOException {
        Path absolute = folder.toAbsolutePath().normalize();
        Files.createDirectories(absolute.getParent());
        Path beside = absolute.resolveSibling("." + absolute.getFileName() + UNFINISHED);
        DurableFiles.remove(beside); // of a restore that was killed
        return DurableFiles.privateFolder(beside);
    }

    private static void checkEmpty(Path data) throws IOException {
        if (Files.exists(data)) {
            try (Stream<Path> entries = Files.list(data)) {
                if (entries.findAny().isPresent()) {
                    throw new IOException(data + " is not empty; a backup is restored into a new data folder. Move the old one away first: "
                            + "mv " + data + " " + data + ".old");
                }
            }
        }
    }

    private static void checkNoConfiguration(Path config) throws IOException {
        if (Files.exists(config)) {
            try (Stream<Path> files = Files.walk(config)) {
                Path found = files.filter(file -> file.toString().endsWith(".yaml") || file.toString().endsWith(".yml")).findFirst().orElse(null);
                if (found != null) {
                    throw new IOException(found + " is there already; move the configuration away, or name another folder with --config");
                }
            }
        }
    }

    private void unpack(Path data, Path config, long bytes) throws IOException {
        Set<Path> folders = new HashSet<>(Set.of(data, config));
        new ArchiveReader(archive, passphrase, bytes).read(name -> {
            Path file = (name.startsWith("data/") ? data : config).resolve(name.substring(name.indexOf('/') + 1));
            for (Path folder = file.getParent(); folders.add(folder); folder = folder.getParent()) {
                DurableFiles.privateFolder(folder);
            }
            return new ForcedFile(DurableFiles.privateFile(file));
        });
        for (Path folder : folders) {
            DurableFiles.forceFolder(folder);
        }
    }

    /** The data folder comes last: as long as it is not there, nothing of the restored platform can start. */
    private static void publish(Path newConfig, Path config, Path newData, Path data) throws IOException {
        Path before = null;
        if (Files.exists(config)) {
            before = config.toAbsolutePath().resolveSibling(config.getFileName() + ".before-restore");
            DurableFiles.remove(before);
            Files.move(config, before);
        }
        boolean done = false;
        try {
            DurableFiles.publish(newConfig, config);
            Files.deleteIfExists(data);
            DurableFiles.publish(newData, data);
            done = true;
        } finally {
            if (!done) {
                DurableFiles.remove(config);
                if (before != null) {
                    Files.move(before, config);
                }
            }
        }
    }

    /** A file that is on disk when it is closed. */
    private static final class ForcedFile extends FileOutputStream {
        ForcedFile(Path file) throws IOException {
            super(file.toFile());
        }

        @Override
        public void close() throws IOException {
            if (getFD().valid()) {
                getFD().sync();
            }
            super.close();
        }
    }
}
