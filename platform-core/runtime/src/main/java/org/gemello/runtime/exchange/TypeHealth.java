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
 * @param p99     nanoseconds that 99 % of the calls stayed under, and all but ten; 0 before there were more than ten
 * @param lag     items that wait for the slowest twin at work; where it reads the log by itself, all that the log has between it and the others
 * @param holding twin whose behaviour has held its turn for over a second now, with the time; empty where none
 */
public record TypeHealth(String type, int twins, List<String> parked, long calls, long errors, long p99, long lag, String holding) {
}
