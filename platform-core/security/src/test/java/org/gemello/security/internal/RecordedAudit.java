package org.gemello.security.internal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.gemello.security.Audit;
import org.gemello.security.AuditEvent;
import org.gemello.security.AuditUnavailableException;

/** Keeps events in memory, or refuses them like a full disk. */
final class RecordedAudit implements Audit {
    final List<AuditEvent> events = new CopyOnWriteArrayList<>();
    volatile boolean full;

    @Override
    public void record(AuditEvent event) {
        if (full) {
            throw new AuditUnavailableException("disk full", null);
        }
        events.add(event);
    }
}
