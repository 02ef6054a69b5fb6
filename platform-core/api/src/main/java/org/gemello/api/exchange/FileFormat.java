package org.gemello.api.exchange;

/** Formats of exported tables. */
public enum FileFormat {
    /** RFC 4180, UTF-8, header line, ISO 8601 times with nanoseconds in UTC, decimal point. */
    CSV("csv"),
    /** Apache Parquet, times as TIMESTAMP(NANOS, UTC). */
    PARQUET("parquet");

    private final String suffix;

    FileFormat(String suffix) {
        this.suffix = suffix;
    }

    /** Ending of the file's name, without the dot. */
    public String suffix() {
        return suffix;
    }
}
