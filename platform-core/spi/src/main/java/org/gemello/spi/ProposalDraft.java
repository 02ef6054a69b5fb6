package org.gemello.spi;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.gemello.api.proposal.Gain;
import org.gemello.api.proposal.ProposedCommand;

/**
 * What a behaviour proposes.
 *
 * @param key         1 to 64 letters, digits, {@code .}, {@code _}, {@code -}: what kind of proposal it is; in the same key a new one
 *                    takes the place of the open one
 * @param title       for people, at most 200 characters
 * @param explanation why, with numbers and units, at most 8000 characters
 * @param gain        what it is expected to bring
 * @param constraints what was respected, in words; at most 50 of at most 500 characters
 * @param commands    what is done when it is accepted, at most 500; empty for advice that people carry out
 * @param sourceTime  nanoseconds since the epoch, as of the inputs
 * @param validFor    how long it can be accepted, more than zero and at most a year
 */
public record ProposalDraft(String key, String title, String explanation, Gain gain, List<String> constraints,
                            List<ProposedCommand> commands, long sourceTime, Duration validFor) {
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Duration LONGEST = Duration.ofDays(366);

    /** @throws IllegalArgumentException where something is too long, too many or of the wrong form; the message names it */
    public ProposalDraft {
        constraints = List.copyOf(constraints);
        commands = List.copyOf(commands);
        require(key != null && KEY.matcher(key).matches(), "key '" + key + "' is not of the form " + KEY.pattern());
        require(!title.isBlank() && title.length() <= 200, "proposal " + key + ": the title has 1 to 200 characters");
        require(explanation.length() <= 8000, "proposal " + key + ": the explanation has at most 8000 characters");
        require(gain != null, "proposal " + key + ": the expected gain is missing");
        require(constraints.size() <= 50 && constraints.stream().allMatch(c -> c.length() <= 500),
                "proposal " + key + ": at most 50 constraints of at most 500 characters");
        require(commands.size() <= 500, "proposal " + key + ": at most 500 commands");
        require(validFor.compareTo(Duration.ZERO) > 0 && validFor.compareTo(LONGEST) <= 0,
                "proposal " + key + ": it is valid for more than zero and at most " + LONGEST);
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }

    /** True where only the time is another one. */
    public boolean says(ProposalDraft other) {
        return key.equals(other.key) && title.equals(other.title) && explanation.equals(other.explanation) && gain.equals(other.gain)
                && constraints.equals(other.constraints) && commands.equals(other.commands) && validFor.equals(other.validFor);
    }
}
