package org.gemello.connector.opcua.internal;

import org.gemello.api.Gap;
import org.gemello.api.Times;

/**
 * A hole with both ends: samples of the item between two source times never came. Nanoseconds since the epoch, both ends are known.
 *
 * @param from   last source time that is covered
 * @param to     first source time that is covered again
 * @param shown  source time that the value at the end has in the server; a history that shows it has come as far as that
 * @param reason why, in words
 */
record Stretch(Item item, long from, long to, long shown, String reason) {

    /** What is left once everything up to a time was filled. */
    Stretch after(long filled) {
        return new Stretch(item, Math.max(from, filled), to, shown, reason);
    }

    Gap gap() {
        return gap(from, to, reason);
    }

    /** A part of it as a gap. */
    Gap gap(long first, long last, String why) {
        return new Gap(item.binding.point(), Times.instant(first), Times.instant(last), why);
    }
}
