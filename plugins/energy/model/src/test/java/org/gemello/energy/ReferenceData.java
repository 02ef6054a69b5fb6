package org.gemello.energy;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Third-party data that is not part of the project; a test that needs it is skipped where it is absent. */
public final class ReferenceData {
    private ReferenceData() {
    }

    public static Path folder(String name) {
        Path folder = Path.of(System.getProperty("gemello.reference.data", "../shared/data")).resolve(name);
        assumeTrue(Files.isDirectory(folder), () -> "skipped: no reference data at " + folder + ", set -Dgemello.reference.data");
        return folder;
    }
}
