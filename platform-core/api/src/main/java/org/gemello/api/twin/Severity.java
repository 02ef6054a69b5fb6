package org.gemello.api.twin;

/** How bad an alarm is; the numbers in brackets are the OPC UA Part 9 severity at which it starts. */
public enum Severity {
    /** For the record (1). */
    LOW,
    /** Needs action within the shift (334). */
    MEDIUM,
    /** Needs action now (667). */
    HIGH,
    /** Danger to people or plant (934). */
    CRITICAL
}
