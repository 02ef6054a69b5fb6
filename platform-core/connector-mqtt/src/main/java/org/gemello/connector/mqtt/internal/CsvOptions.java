package org.gemello.connector.mqtt.internal;

import org.gemello.binding.ConfigurationException;
import org.gemello.binding.Settings;

/**
 * How a CSV payload is written.
 *
 * @param separator between columns
 * @param decimal   point or comma of numbers
 * @param header    whether the first line of every payload names the columns
 */
record CsvOptions(char separator, char decimal, boolean header) {

    /** @throws ConfigurationException where one is wrong */
    static CsvOptions of(Settings settings) {
        String separator = settings.text("csv.separator", ",");
        char decimal = settings.choice("csv.decimal", ".", ".", ",").charAt(0);
        char character = separator.equals("tab") ? '\t' : separator.isEmpty() ? '"' : separator.charAt(0);
        if (separator.length() != 1 && character != '\t' || character == '"' || character == decimal || Character.isLetterOrDigit(character)) {
            throw new ConfigurationException(settings.place("csv.separator"), "'csv.separator' is '" + separator + "' and 'csv.decimal' '"
                    + decimal + "'; write one character that stands in no number, such as ';', or tab");
        }
        return new CsvOptions(character, decimal, settings.flag("csv.header", false));
    }
}
