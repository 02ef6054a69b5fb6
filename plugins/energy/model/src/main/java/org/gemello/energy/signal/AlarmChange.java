package org.gemello.energy.signal;

/**
 * An alarm that has been raised or has returned to normal.
 *
 * @param alarm   its name, as in the texts
 * @param message for people, with the numbers that matter
 */
public record AlarmChange(String alarm, boolean active, String message) {
}
