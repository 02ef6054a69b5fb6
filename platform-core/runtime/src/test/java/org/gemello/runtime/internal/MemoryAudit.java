package org.gemello.runtime.internal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.gemello.api.TraceId;
import org.gemello.api.audit.AuditTrail;

/** An audit log in memory, one line for each event; it can be made to fail. */
final class MemoryAudit implements AuditTrail {
    final List<String> lines = new CopyOnWriteArrayList<>();
    volatile boolean broken;

    @Override
    public void allowed(String caller, String action, String object, String reason, TraceId trace) {
        if (broken) {
            throw new IllegalStateException("the audit log cannot be written");
        }
        lines.add("allowed " + caller + " " + action + " " + object + ": " + reason);
    }

    @Override
    public void refused(String caller, String action, String object, String reason, TraceId trace) {
        lines.add("refused " + caller + " " + action + " " + object + ": " + reason);
    }
}
