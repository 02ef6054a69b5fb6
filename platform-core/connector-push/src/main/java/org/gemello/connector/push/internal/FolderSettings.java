package org.gemello.connector.push.internal;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.time.Duration;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.gemello.api.Folders;
import org.gemello.binding.ConfigurationException;
import org.gemello.binding.ConnectionDefinition;
import org.gemello.binding.Settings;

/**
 * The checked settings of an input of kind {@code folder}.
 *
 * @param folder  where files are dropped; a relative path is within the data folder
 * @param pattern which files are read
 * @param settle  a file is read when it has not changed for so long
 * @param largest a larger file is not read, bytes
 * @param late    true where the files hold what is older than what twins already know: only the history takes it
 * @param delete  true where a file that was read without any problem is deleted instead of kept in {@code done/}
 * @param format  how the files are written
 */
record FolderSettings(Path folder, PathMatcher pattern, Duration settle, long largest, boolean late, boolean delete, CsvFormat format) {
    private static final int MEGABYTE = 1_000_000;

    /** @throws ConfigurationException where a setting is wrong; it names the place */
    static FolderSettings of(ConnectionDefinition definition) {
        Settings settings = definition.settings();
        settings.allowOnly(Stream.concat(Stream.of("folder", "pattern", "settle", "largestMegabytes", "late", "after"),
                Stream.of(CsvFormat.KEYS)).toArray(String[]::new));
        Path folder = Path.of(settings.text("folder", "inbox/" + definition.name()));
        return new FolderSettings(folder.isAbsolute() ? folder : Folders.data().resolve(folder), pattern(settings),
                settings.duration("settle", Duration.ofSeconds(2)), (long) settings.integer("largestMegabytes", 1_000, 1, 100_000) * MEGABYTE,
                settings.flag("late", false), settings.choice("after", "keep", "keep", "delete").equals("delete"), CsvFormat.of(settings));
    }

    private static PathMatcher pattern(Settings settings) {
        String glob = settings.text("pattern", "*.csv");
        try {
            return FileSystems.getDefault().getPathMatcher("glob:" + glob);
        } catch (PatternSyntaxException e) {
            throw new ConfigurationException(settings.place("pattern"), "'pattern' is '" + glob + "', not a glob such as *.csv: " + e.getMessage());
        }
    }
}
