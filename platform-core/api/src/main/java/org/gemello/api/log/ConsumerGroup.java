package org.gemello.api.log;

import java.time.Instant;
import java.util.Optional;

/**
 * A reader of the log that has stored its position, and what it holds back.
 *
 * @param name     its name
 * @param position offset that it wants next
 * @param lag      items that it has not taken
 * @param lagBytes size of these in the segments, in bytes
 * @param oldest   when the oldest of these was appended; empty where it has taken all
 * @param active   whether it has read since the log was opened; one that has not may be forgotten, see {@link SampleLog#forget}
 */
public record ConsumerGroup(String name, long position, long lag, long lagBytes, Optional<Instant> oldest, boolean active) {
}
