package org.gemello.historian.postgres.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Properties of the platform, checked; a name without a dot in front is below {@value PostgresSettings#PREFIX}. */
final class Properties {
    private static final Pattern QUANTITY = Pattern.compile("(\\d{1,6})\\s*([A-Za-z]+)");
    private static final Map<String, Long> SECONDS = Map.of("s", 1L, "min", 60L, "h", 3_600L, "d", 86_400L);
    private final UnaryOperator<String> source;

    Properties(UnaryOperator<String> source) {
        this.source = source;
    }

    private static String full(String name) {
        return name.startsWith("gemello.") ? name : PostgresSettings.PREFIX + name;
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(source.apply(full(name))).map(String::trim).filter(text -> !text.isEmpty());
    }

    /** @throws IllegalArgumentException where it is missing and {@code fallback} is null */
    String text(String name, String fallback) {
        return find(name).or(() -> Optional.ofNullable(fallback))
                .orElseThrow(() -> new IllegalArgumentException(full(name) + " is missing"));
    }

    boolean flag(String name, boolean fallback) {
        return find(name).map(text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(full(name) + " = '" + text + "' should be true or false");
        }).orElse(fallback);
    }

    int integer(String name, int fallback, int lowest, int highest) {
        String text = text(name, String.valueOf(fallback));
        if (!text.matches("\\d{1,9}") || Integer.parseInt(text) < lowest || Integer.parseInt(text) > highest) {
            throw new IllegalArgumentException(full(name) + " = '" + text + "' should be a number from " + lowest + " to " + highest);
        }
        return Integer.parseInt(text);
    }

    Duration span(String name, String fallback) {
        String text = text(name, fallback);
        Matcher parts = QUANTITY.matcher(text);
        if (!parts.matches() || !SECONDS.containsKey(parts.group(2)) || Long.parseLong(parts.group(1)) == 0) {
            throw new IllegalArgumentException(full(name) + " = '" + text + "' should be a number above 0 and one of the units "
                    + new TreeSet<>(SECONDS.keySet()) + ", such as " + fallback);
        }
        return Duration.ofSeconds(Long.parseLong(parts.group(1)) * SECONDS.get(parts.group(2)));
    }

    /** A relative path is within the folder. */
    Optional<Path> file(String name, Supplier<Path> folder) {
        return find(name).map(Path::of).map(path -> path.isAbsolute() ? path : folder.get().resolve(path));
    }
}
