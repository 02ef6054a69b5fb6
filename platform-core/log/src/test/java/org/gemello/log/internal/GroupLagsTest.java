package org.gemello.log.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.IntStream;
import org.gemello.api.TraceId;
import org.gemello.api.log.ConsumerGroup;
import org.gemello.api.log.LogEntry;
import org.gemello.log.LogOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroupLagsTest {
    @TempDir
    Path folder;

    private FileSampleLog open() {
        return FileSampleLog.open(folder, LogOptions.DEFAULT);
    }

    private static void ticks(FileSampleLog log, int count) {
        IntStream.range(0, count).mapToObj(i -> log.append(new LogEntry.Tick(Instant.now()), TraceId.NONE)).toList()
                .forEach(appended -> appended.join());
    }

    @Test
    void aGroupIsSoManyItemsAndBytesAndSecondsBehind() {
        try (FileSampleLog log = open()) {
            ticks(log, 3);
            log.commit("slow", 1);
            log.commit("done", 3);
            Instant before = Instant.now();
            ConsumerGroup done = log.groups().get(0);
            ConsumerGroup slow = log.groups().get(1);
            assertThat(done.name()).isEqualTo("done");
            assertThat(done.lag()).isZero();
            assertThat(done.lagBytes()).isZero();
            assertThat(done.oldest()).isEmpty();
            assertThat(slow.position()).isEqualTo(1);
            assertThat(slow.lag()).isEqualTo(2);
            assertThat(slow.lagBytes()).as("two of three equal records behind a header").isPositive().isLessThan(log.status().bytes());
            assertThat(slow.oldest()).hasValueSatisfying(time -> assertThat(time).isBetween(before.minusSeconds(60), before));

            log.commit("slow", 2);
            assertThat(log.groups().get(1).lagBytes()).as("records of equal size").isEqualTo(slow.lagBytes() / 2);
        }
    }

    @Test
    void aGroupThatHasReadSinceTheStartCannotBeForgotten() {
        try (FileSampleLog log = open()) {
            ticks(log, 2);
            log.commit("twins", 1);
            log.commit("old", 1);
            log.commit("other", 1);
            assertThatThrownBy(() -> log.forget("old")).isInstanceOf(IllegalStateException.class).hasMessageContaining("'old'")
                    .hasMessageContaining("restart");
        }
        try (FileSampleLog log = open()) {
            log.commit("twins", 2);
            assertThat(log.position("other")).isEqualTo(1);
            assertThat(log.groups()).filteredOn(ConsumerGroup::active).extracting(ConsumerGroup::name).containsExactly("other", "twins");
            assertThatThrownBy(() -> log.forget("twins")).isInstanceOf(IllegalStateException.class);
            assertThat(log.forget("old")).isTrue();
            assertThat(log.forget("old")).isFalse();
            assertThat(log.groups()).extracting(ConsumerGroup::name).containsExactly("other", "twins");
        }
        try (FileSampleLog log = open()) {
            assertThat(log.groups()).extracting(ConsumerGroup::name).containsExactly("other", "twins");
        }
    }
}
