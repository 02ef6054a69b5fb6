package org.gemello.api.twin;

/**
 * A number that a command takes.
 *
 * @param name    such as {@code limit}
 * @param title   for people
 * @param unit    UCUM code
 * @param low     lowest value let through, in {@code unit}
 * @param high    highest value let through, in {@code unit}
 * @param maxStep largest change against the present value of {@code point} in one command, in {@code unit};
 *                {@link Double#POSITIVE_INFINITY} for no limit
 * @param point   the set point that the parameter is about, empty for none
 */
public record ParameterSpec(String name, String title, String unit, double low, double high, double maxStep, String point) {
}
