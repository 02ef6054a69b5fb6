package org.gemello.runtime.exchange;

import java.util.List;

/**
 * How the twins of a type do since the type began to serve.
 *
 * @param type    twin type
 * @param twins   all twins of it
 * @param parked  those that are parked, with the reason
 * @param calls   calls of its behaviours
 * @param errors  calls that threw
 * @param p99     nanoseconds that 99 % of the calls stayed under
 * @param lag     entries of the log that were given out and that the slowest twin at work has not applied
 * @param holding twin whose behaviour has held its turn for over a second now, with the time; empty where none
 */
public record TypeHealth(String type, int twins, List<String> parked, long calls, long errors, long p99, long lag, String holding) {
}
