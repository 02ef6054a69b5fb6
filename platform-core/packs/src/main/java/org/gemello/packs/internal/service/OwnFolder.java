package org.gemello.packs.internal.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gemello.spi.pack.PackFolder;

/** A folder from which no name leads out, with a quota. */
final class OwnFolder implements PackFolder {
    private static final Pattern NAME = Pattern.compile("(?:[A-Za-z0-9_-][A-Za-z0-9._-]{0,63}/){0,7}[A-Za-z0-9_-][A-Za-z0-9._-]{0,63}");
    private static final String UNFINISHED = ".~";
    private final Path root;
    private final long quota;

    OwnFolder(Path root, long quota) throws IOException {
        this.root = Files.createDirectories(root).toRealPath();
        this.quota = quota;
    }

    @Override
    public List<String> list() throws IOException {
        try (Stream<Path> files = Files.walk(root, 8)) {
            return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && !file.toString().endsWith(UNFINISHED))
                    .map(file -> root.relativize(file).toString().replace('\\', '/')).sorted().toList();
        }
    }

    @Override
    public byte[] read(String name) throws IOException {
        Path file = place(name);
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(name);
        }
        return Files.readAllBytes(file);
    }

    @Override
    public void write(String name, byte[] content) throws IOException {
        synchronized (OwnFolder.class) {
            Path file = place(name);
            long others = used() - (Files.isRegularFile(file) ? Files.size(file) : 0);
            if (others + content.length > quota) {
                throw new IOException("'" + name + "' with " + content.length + " bytes passes the pack's quota of " + quota
                        + " bytes, of which "
                        + others + " are taken");
            }
            Files.createDirectories(file.getParent());
            Path fresh = file.resolveSibling(file.getFileName() + UNFINISHED);
            Files.write(fresh, content);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private long used() throws IOException {
        long sum = 0;
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(f -> Files.isRegularFile(f, LinkOption.NOFOLLOW_LINKS)).toList()) {
                sum += Files.size(file);
            }
        }
        return sum;
    }

    @Override
    public boolean delete(String name) throws IOException {
        return Files.deleteIfExists(place(name));
    }

    @Override
    public long quota() {
        return quota;
    }

    /** Also where somebody else has put a link into the folder, what it points to must lie within. */
    private Path place(String name) throws IOException {
        if (!NAME.matcher(name).matches() || name.contains("..")) {
            throw new IOException("'" + name
                    + "' is no name for a file of a pack: letters, digits, '.', '_', '-', with '/' for at most 7 folders");
        }
        Path file = root.resolve(name);
        for (Path part = file; !part.equals(root); part = part.getParent()) {
            if (Files.isSymbolicLink(part)) {
                throw new IOException("'" + name + "' leads over a link, which a pack may not follow");
            }
        }
        return file;
    }
}
