package org.gemello.packs.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.gemello.binding.ConfigurationException;
import org.gemello.binding.Settings;

/**
 * Settings {@code gemello.packs.*}, system properties of the platform.
 *
 * @param shipped       folder of the packs that come with the platform, null for none
 * @param updateShipped true where a newer one of them is installed by itself, false where it is offered
 * @param allowUnsigned true where packs without a signature may be installed
 * @param keep          versions of a pack that are kept, the serving one included
 * @param confirm       how long a new version is watched
 * @param start         longest wait for the start of a version
 * @param catchUp       longest wait for the shadow of a version to reach the end of the log
 * @param gate          when a new version is rolled back
 * @param quotaBytes    files of one pack together
 * @param workerHeapMb  heap of a worker process
 * @param repositories  each a name and a folder or address: {@code name=place}
 */
public record PackSettings(Path shipped, boolean updateShipped, boolean allowUnsigned, int keep, Duration confirm, Duration start,
                           Duration catchUp, Gate gate, long quotaBytes, int workerHeapMb, List<String> repositories) {
    private static final String PREFIX = "gemello.packs.";
    private static final String[] KEYS = {"shipped", "update-shipped", "allow-unsigned", "keep", "confirm", "start", "catch-up",
            "gate.errors", "gate.lag",
        "gate.p99", "files.quota-mb", "worker.heap-mb", "repositories"};

    /**
     * Limits of the health gate.
     *
     * @param errorPercent share of calls that may throw, in per cent
     * @param lag          items that may wait for a twin
     * @param p99          time that 99 % of the calls must stay under, and all but ten
     */
    public record Gate(int errorPercent, long lag, Duration p99) {
    }

    /**
     * Reads them.
     *
     * @param properties value by key, null where absent
     * @throws ConfigurationException for a wrong value
     */
    public static PackSettings from(Function<String, String> properties) {
        Map<String, String> given = new HashMap<>();
        for (String key : KEYS) {
            String value = properties.apply(PREFIX + key);
            if (value != null && !value.isBlank()) {
                given.put(PREFIX + key, value.trim());
            }
        }
        Settings settings = Settings.of(given);
        return new PackSettings(settings.find(PREFIX + "shipped").map(Path::of).orElse(null),
                settings.choice(PREFIX + "update-shipped", "offer", "offer", "install").equals("install"),
                settings.flag(PREFIX + "allow-unsigned", false), settings.integer(PREFIX + "keep", 5, 2, 100),
                settings.duration(PREFIX + "confirm", Duration.ofSeconds(30)), settings.duration(PREFIX + "start", Duration.ofSeconds(30)),
                settings.duration(PREFIX + "catch-up", Duration.ofMinutes(10)),
                new Gate(settings.integer(PREFIX + "gate.errors", 0, 0, 100), settings.integer(PREFIX + "gate.lag", 10_000, 0,
                        Integer.MAX_VALUE),
                        settings.duration(PREFIX + "gate.p99", Duration.ofMillis(100))),
                (long) settings.integer(PREFIX + "files.quota-mb", 64, 1, 1 << 20) << 20,
                settings.integer(PREFIX + "worker.heap-mb", 128, 8, 1 << 16),
                Arrays.stream(settings.text(PREFIX + "repositories", "").split(",")).map(String::trim).filter(name -> !name.isEmpty())
                        .toList());
    }
}
