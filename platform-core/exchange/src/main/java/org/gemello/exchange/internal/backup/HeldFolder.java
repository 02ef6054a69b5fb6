package org.gemello.exchange.internal.backup;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Holds the files of a folder that others go on writing in: a hard link keeps what a file has, whoever renames, replaces or removes
 * it. Where the disk has no hard links, or the folder lies on another one, files are copied.
 */
final class HeldFolder {
    private static final int MOST_LOOKS = 200;
    private final Path source;
    private final Path target;
    private final Predicate<Path> wanted;
    private final Map<Path, Object> held = new TreeMap<>();
    private boolean links = true;

    /** @param wanted asked with paths relative to {@code source}, of files and of folders */
    HeldFolder(Path source, Path target, Predicate<Path> wanted) {
        this.source = source;
        this.target = target;
        this.wanted = wanted;
    }

    /**
     * Holds what is there now, and what has grown since the last call. A file that is made while the folder is listed may be missing in
     * the list together with the one that it replaces; so it is listed until nothing has changed from one list to the next.
     */
    void hold() throws IOException {
        Map<Path, Object> before = null;
        for (int look = 0; look < MOST_LOOKS; look++) {
            Map<Path, Object> now = list();
            for (Map.Entry<Path, Object> file : now.entrySet()) {
                if (!file.getValue().equals(held.get(file.getKey())) || hasGrown(file.getKey())) {
                    take(file.getKey());
                }
            }
            if (now.equals(before) && held.entrySet().containsAll(now.entrySet())) {
                return;
            }
            before = now;
        }
        throw new IOException(source + " changes faster than it can be listed");
    }

    /** Identity of each file by its relative path. */
    private Map<Path, Object> list() throws IOException {
        Map<Path, Object> files = new TreeMap<>();
        if (!Files.isDirectory(source)) {
            return files;
        }
        Files.walkFileTree(source, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return folder.equals(source) || wanted.test(source.relativize(folder)) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile() && wanted.test(source.relativize(file))) {
                    files.put(source.relativize(file), identity(attributes));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (e instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE; // gone since it was listed; the next list will say what came instead
                }
                throw e;
            }
        });
        return files;
    }

    private static Object identity(BasicFileAttributes attributes) {
        return attributes.fileKey() != null ? attributes.fileKey() : attributes.creationTime();
    }

    private boolean hasGrown(Path file) throws IOException {
        try {
            return !links && Files.size(source.resolve(file)) > Files.size(target.resolve(file));
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private void take(Path file) throws IOException {
        Path from = source.resolve(file);
        Path to = target.resolve(file);
        Files.createDirectories(to.getParent());
        Files.deleteIfExists(to);
        held.remove(file);
        try {
            // a link of a symbolic link would hold the link, not the file
            Path real = from.toRealPath();
            if (links) {
                link(real, to);
            }
            if (!links) {
                Object before = identity(Files.readAttributes(real, BasicFileAttributes.class));
                Files.copy(real, to, StandardCopyOption.REPLACE_EXISTING);
                held.put(file, before);
            }
        } catch (NoSuchFileException e) {
            Files.deleteIfExists(to); // gone since it was listed
        }
    }

    private void link(Path real, Path to) throws IOException {
        Path file = target.relativize(to);
        try {
            Files.createLink(to, real);
            held.put(file, identity(Files.readAttributes(to, BasicFileAttributes.class)));
        } catch (NoSuchFileException e) {
            throw e;
        } catch (IOException | UnsupportedOperationException e) {
            links = false;
        }
    }
}
