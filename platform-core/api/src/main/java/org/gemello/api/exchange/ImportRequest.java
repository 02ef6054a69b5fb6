package org.gemello.api.exchange;

/**
 * What to import. The file's ending says its format.
 *
 * @param source  a file or folder below the data folder, in {@code imports/} or {@code exports/}, such as {@code imports/boiler.csv}; of
 *                a folder all tables of an export are taken
 * @param mapping how to read a CSV file that the platform has not written; null for the tables of an export
 * @param again   true to import a file whose content was imported before. Samples that the history has already are left out either way
 */
public record ImportRequest(String source, CsvMapping mapping, boolean again) {
    /** @throws IllegalArgumentException where no source is named */
    public ImportRequest {
        if (source == null || source.isBlank()) {
            throw new IllegalArgumentException("an import needs a source, such as imports/boiler.csv");
        }
    }
}
