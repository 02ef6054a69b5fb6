package org.gemello.security;

import java.time.Instant;

/**
 * One line of the audit log.
 *
 * @param sequence number of the line, from 0 on without holes
 * @param time     when it was written
 * @param event    what was done
 */
public record AuditRecord(long sequence, Instant time, AuditEvent event) {
}
