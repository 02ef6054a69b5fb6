package org.gemello.packs.internal;

import java.nio.file.Path;
import org.gemello.packs.internal.bundle.TestFramework;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** A test on a real framework, one for all tests of a class, and a folder for each. */
abstract class FrameworkTest {
    static TestFramework framework;
    @TempDir
    Path folder;

    @BeforeAll
    static void startFramework(@TempDir Path cache) throws Exception {
        framework = new TestFramework(cache);
    }

    @AfterAll
    static void stopFramework() throws Exception {
        framework.close();
    }
}
