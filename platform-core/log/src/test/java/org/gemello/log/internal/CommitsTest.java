package org.gemello.log.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.gemello.api.PointTable;
import org.gemello.api.TraceId;
import org.gemello.api.log.LogEntry.Tick;
import org.gemello.api.log.LogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommitsTest {
    @TempDir
    Path directory;
    private final PointNumbers numbers = new PointNumbers(new PointTable());
    private final Draft draft = new Draft();
    private long offset;

    /** One record of 65 bytes. */
    private Chunk chunk() {
        Tick tick = new Tick(Entries.NOON);
        draft.encode(tick, numbers);
        Chunk chunk = new Chunk().begin(numbers, offset++);
        chunk.append(draft, 0, TraceId.NONE, LogRecord.FROM_OUTSIDE);
        return chunk;
    }

    @Test
    void aForceFollowsAtOnceOnlyWhereMuchHasBeenWrittenMeanwhile() throws IOException {
        Commits commits = new Commits(130);
        Chunk first = chunk();
        try (OpenSegment segment = OpenSegment.begin(directory, first, 0, SegmentFile::make)) {
            commits.written(first, segment);
            Commit begun = commits.begin();
            assertThat(begun.chunks()).containsExactly(first);
            assertThat(commits.beginNext()).isNull();
            List<Chunk> more = List.of(chunk(), chunk());
            commits.written(more.get(0), segment);
            assertThat(commits.beginNext()).as("65 bytes are not much").isNull();
            segment.write(first.bytes());
            commits.written(more.get(1), segment);
            Commit next = commits.beginNext();
            assertThat(next.chunks()).isEqualTo(more);
            assertThat(next.progress()).containsExactly(new Commit.Progress(segment, segment.written()));
            assertThat(next.end()).isEqualTo(offset);
            assertThat(commits.last()).isSameAs(next);
            assertThat(commits.isEmpty()).isTrue();
        }
    }

    @Test
    void whatAFailedForceWasForComesBackOnceAndBeforeWhatCameAfterIt() throws IOException {
        Commits commits = new Commits(1);
        Chunk first = chunk();
        Chunk second = chunk();
        try (OpenSegment segment = OpenSegment.begin(directory, first, 0, SegmentFile::make)) {
            commits.written(first, segment);
            commits.begin().outcome().completeExceptionally(new IOException("Input/output error"));
            commits.written(second, segment);
            assertThat(commits.last().failure()).hasMessage("Input/output error");
            assertThat(commits.takeBack()).containsExactly(first, second);
            assertThat(commits.takeBack()).isEmpty();
            commits.written(first, segment);
            commits.begin().outcome().complete(null);
            commits.written(second, segment);
            assertThat(commits.takeBack()).as("the first is acknowledged").containsExactly(second);
        }
    }
}
