package org.gemello.connector.push.internal;

import org.gemello.binding.ConfigurationException;
import org.gemello.binding.Settings;

/**
 * How a CSV text is written.
 *
 * @param separator     between columns
 * @param decimal       decimal sign of numbers
 * @param timeColumn    header of the column with the source time
 * @param nameColumn    header of the column with the name; where the header has none, each column but time and quality is a name
 * @param valueColumn   header of the column with the value, beside a name column
 * @param qualityColumn header of the column with the quality, an OPC UA status code; may be missing
 */
record CsvFormat(char separator, char decimal, String timeColumn, String nameColumn, String valueColumn, String qualityColumn) {
    static final CsvFormat DEFAULT = new CsvFormat(',', '.', "time", "name", "value", "quality");
    static final String[] KEYS = {"csv.separator", "csv.decimal", "csv.time", "csv.name", "csv.value", "csv.quality"};

    /** @throws ConfigurationException where a setting is wrong; it names the place */
    static CsvFormat of(Settings settings) {
        CsvFormat format = new CsvFormat(settings.choice("csv.separator", ",", ",", ";", "|", "tab").replace("tab", "\t").charAt(0),
                settings.choice("csv.decimal", ".", ".", ",").charAt(0), settings.text("csv.time", DEFAULT.timeColumn),
                settings.text("csv.name", DEFAULT.nameColumn), settings.text("csv.value", DEFAULT.valueColumn),
                settings.text("csv.quality", DEFAULT.qualityColumn));
        if (format.separator == format.decimal) {
            throw new ConfigurationException(settings.place("csv.decimal"), "'csv.decimal' is the separator too; use ';' between columns");
        }
        return format;
    }
}
