package org.gemello.energy.performance;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** What time and energy are counted for. */
public enum Period {
    DAY, MONTH, TOTAL;

    private static final long SECOND = 1_000_000_000L;

    /**
     * Number of the period that a moment lies in.
     *
     * @param time   in ns since the epoch
     * @param offset of the site's clock against UTC in s
     */
    long of(long time, int offset) {
        LocalDate day = LocalDate.ofInstant(Instant.ofEpochSecond(Math.floorDiv(time, SECOND)), ZoneOffset.ofTotalSeconds(offset));
        return switch (this) {
            case DAY -> day.toEpochDay();
            case MONTH -> day.getYear() * 12L + day.getMonthValue() - 1;
            case TOTAL -> 0;
        };
    }

    /** First moment, in ns since the epoch, of the day that a moment lies in; every period begins with a day. */
    static long midnight(long time, int offset) {
        return (DAY.of(time, offset) * 86_400 - offset) * SECOND;
    }
}
