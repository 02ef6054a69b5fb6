package org.gemello.api.twin;

/** What is written as a value of a twin's configuration. */
public enum ConfigurationType {
    /** A number, such as {@code 0.5}. */
    NUMBER,
    /** A whole number. */
    INTEGER,
    /** Numbers separated by commas. */
    NUMBERS,
    /** One of a few words. */
    CHOICE,
    /** A line. */
    TEXT,
    /** A text of many lines, such as a table. */
    DOCUMENT
}
