package org.gemello.worker.internal.parent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes the folders of a worker. Links in them are removed and not followed. */
final class FolderTree {
    private static final Logger LOG = LoggerFactory.getLogger(FolderTree.class);

    private FolderTree() {
    }

    static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("folder {} of a worker stays: {}", folder, e.toString());
        }
    }
}
