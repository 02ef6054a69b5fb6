package org.gemello.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.MemoryUsage;
import org.junit.jupiter.api.Test;

class MemoryHealthTest {
    private static final long MEBIBYTE = 1 << 20;

    @Test
    void aHeapFullOfWhatLivesIsDead() {
        assertThat(MemoryHealth.of(usage(240)).live()).isTrue();
        assertThat(MemoryHealth.of(usage(253))).satisfies(health -> {
            assertThat(health.live()).isFalse();
            assertThat(health.text()).contains("253 of 256 MiB").contains("GEMELLO_HEAP");
        });
    }

    @Test
    void thisMachineIsWell() {
        assertThat(new MemoryHealth().health().live()).isTrue();
    }

    private static MemoryUsage usage(long mebibytes) {
        return new MemoryUsage(0, mebibytes * MEBIBYTE, 256 * MEBIBYTE, 256 * MEBIBYTE);
    }
}
