package org.gemello.connector.mqtt.internal.sparkplug;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gemello.binding.ConfigurationException;
import org.gemello.binding.Settings;

/**
 * The checked Sparkplug settings of a connection.
 *
 * @param host            the host id: under it nodes see whether we are there
 * @param groups          groups that are subscribed, {@code +} for all
 * @param primary         true where we say that we are there (STATE); a secondary host only listens and commands
 * @param reorderTimeout  how long a message that is missing in the sequence is waited for; zero for not at all
 * @param rebirthInterval a node is asked for a rebirth at most this often at first, later less and less
 */
public record SparkplugSettings(String host, List<String> groups, boolean primary, Duration reorderTimeout, Duration rebirthInterval) {
    /** Keys of a connection that are ours. */
    public static final List<String> KEYS = List.of("sparkplug.host", "sparkplug.groups", "sparkplug.primary", "sparkplug.reorderTimeout",
            "sparkplug.rebirthInterval");
    private static final Pattern ID = Pattern.compile("[^/+#\\p{Cntrl}]{1,256}");
    private static final Duration LONGEST = Duration.ofMinutes(10);

    /**
     * Empty where the connection does not speak Sparkplug.
     *
     * @throws ConfigurationException where a setting is wrong; it names the place
     */
    public static Optional<SparkplugSettings> of(Settings settings) {
        if (KEYS.stream().noneMatch(key -> settings.find(key).isPresent())) {
            return Optional.empty();
        }
        String host = settings.text("sparkplug.host");
        check(settings, "sparkplug.host", host);
        List<String> groups = Arrays.stream(settings.text("sparkplug.groups").split(",")).map(String::trim).distinct().toList();
        if (!groups.equals(List.of("+"))) {
            groups.forEach(group -> check(settings, "sparkplug.groups", group));
        }
        return Optional.of(new SparkplugSettings(host, groups, settings.flag("sparkplug.primary", true),
                span(settings, "sparkplug.reorderTimeout", Duration.ofSeconds(2), Duration.ZERO),
                span(settings, "sparkplug.rebirthInterval", Duration.ofSeconds(5), Duration.ofMillis(100))));
    }

    private static void check(Settings settings, String key, String id) {
        if (!ID.matcher(id).matches() || id.equals("STATE")) {
            throw new ConfigurationException(settings.place(key), "'" + key + "' has '" + id + "'; a Sparkplug id is 1 to 256 characters"
                    + " without '/', '+' and '#', and a group is not named STATE; write several groups as 'a, b' and all as '+'");
        }
    }

    private static Duration span(Settings settings, String key, Duration fallback, Duration shortest) {
        Duration span = settings.duration(key, fallback);
        if (span.compareTo(shortest) < 0 || span.compareTo(LONGEST) > 0) {
            throw new ConfigurationException(settings.place(key), "'" + key + "' must be from " + shortest.toMillis() + " ms to "
                    + LONGEST.toMinutes() + " min");
        }
        return span;
    }

    boolean covers(String group) {
        return groups.contains("+") || groups.contains(group);
    }
}
