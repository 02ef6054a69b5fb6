package org.gemello.worker;

import java.nio.file.Path;
import java.util.List;

/**
 * A pack to be run in a worker.
 *
 * @param id      of the pack
 * @param version of the pack
 * @param bundles its bundles as files, checked against the signed hashes by the caller. They must not change while the worker lives
 */
public record WorkerPack(String id, String version, List<Path> bundles) {
    public WorkerPack {
        bundles = List.copyOf(bundles);
    }

    @Override
    public String toString() {
        return id + " " + version;
    }
}
