package org.gemello.packs.internal;

import org.gemello.api.pack.PackOperation;
import org.gemello.api.pack.PackView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A platform for packs on a real framework, with the pack of a counter. */
abstract class PackPlatformTest extends FrameworkTest {
    TestPlatform platform;

    @BeforeEach
    void start() throws Exception {
        platform = new TestPlatform(framework, folder).start().trustAcme();
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    void restart() throws Exception {
        platform.close();
        platform = new TestPlatform(framework, folder).start();
    }

    PackView pack() {
        return platform.packs().pack("counter").orElseThrow();
    }

    PackOperation last() {
        return platform.packs().operations().get(0);
    }

    static CounterPack schema(int number) {
        return new CounterPack().schema(number);
    }

    static TestPack two() {
        return new TestPack("2.0.0").code(schema(2)).schema(2);
    }
}
