package org.gemello.binding;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What happens when a connection brings more than the log can take.
 *
 * @param policy see {@link Policy}
 * @param buffer samples that wait in memory before the policy acts; without meaning for {@link Policy#BLOCK}
 */
public record Overload(Policy policy, int buffer) {
    public static final int DEFAULT_BUFFER = 100_000;
    public static final int SMALLEST_BUFFER = 1_000;
    public static final int LARGEST_BUFFER = 5_000_000;
    public static final Overload BLOCK = new Overload(Policy.BLOCK, DEFAULT_BUFFER);

    /** What gives way. Whatever is dropped is counted, alarmed, and stands in the log as a gap. */
    public enum Policy {
        /** Nothing: the source waits, and nothing is lost. */
        BLOCK("block"),
        /** What has waited longest: the newest values matter most. */
        DROP_OLDEST("drop-oldest"),
        /** What comes last: the beginning of an event matters most. */
        DROP_NEWEST("drop-newest"),
        /** Every second sample of each point, then three of four, and so on, as the buffer fills: the course of things matters most. */
        DECIMATE("decimate");

        private final String word;

        Policy(String word) {
            this.word = word;
        }

        /** As written in a configuration file. */
        public String word() {
            return word;
        }

        public static Optional<Policy> of(String word) {
            return Arrays.stream(values()).filter(policy -> policy.word.equals(word)).findFirst();
        }

        public static List<String> words() {
            return Arrays.stream(values()).map(Policy::word).toList();
        }
    }
}
