package org.gemello.log.internal;

import java.util.function.Function;

/**
 * How full the disk may become, in per cent.
 *
 * @param exports    from here on there are no exports and backups; {@code gemello.disk.exports.percent}
 * @param lowClass   from here on history of low class is not kept; {@code gemello.disk.history.percent}
 * @param intake     from here on sources wait; {@code gemello.disk.intake.percent}
 * @param hysteresis so much below, the level is left again; {@code gemello.disk.hysteresis.percent}
 */
record DiskOptions(int exports, int lowClass, int intake, int hysteresis) {
    static final DiskOptions DEFAULT = new DiskOptions(85, 92, 97, 2);

    /** @throws IllegalArgumentException where they are not in order */
    DiskOptions {
        if (hysteresis < 0 || exports <= hysteresis || lowClass < exports || intake < lowClass || intake > 100) {
            throw new IllegalArgumentException("disk levels are " + exports + ", " + lowClass + " and " + intake + " % with a hysteresis of "
                    + hysteresis + " %; they must rise, up to 100, and the first must be more than the hysteresis");
        }
    }

    /** @param properties value by key, null where absent */
    static DiskOptions from(Function<String, String> properties) {
        OptionReader reader = new OptionReader(properties);
        return new DiskOptions(reader.percent("gemello.disk.exports.percent", DEFAULT.exports),
                reader.percent("gemello.disk.history.percent", DEFAULT.lowClass),
                reader.percent("gemello.disk.intake.percent", DEFAULT.intake),
                reader.percent("gemello.disk.hysteresis.percent", DEFAULT.hysteresis));
    }
}
