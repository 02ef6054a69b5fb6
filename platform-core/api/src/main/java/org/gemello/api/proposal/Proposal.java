package org.gemello.api.proposal;

import java.time.Instant;
import java.util.List;
import org.gemello.api.TwinId;

/**
 * What a twin advises to do.
 *
 * @param id          unique: twin, key and the offset of the log that it follows from, such as {@code wf-01:wake-steering:4711}
 * @param twin        who proposes
 * @param key         what kind of proposal it is, such as {@code wake-steering}; a twin has at most one open proposal of a key
 * @param title       for people
 * @param explanation why, with numbers and units
 * @param gain        what it is expected to bring
 * @param constraints what was respected, in words
 * @param commands    what is done when it is accepted, in this order; empty for advice that people carry out
 * @param made        source time of what it follows from
 * @param expires     past this it cannot be accepted
 */
public record Proposal(String id, TwinId twin, String key, String title, String explanation, Gain gain, List<String> constraints,
                       List<ProposedCommand> commands, Instant made, Instant expires) {
    public Proposal {
        constraints = List.copyOf(constraints);
        commands = List.copyOf(commands);
    }
}
