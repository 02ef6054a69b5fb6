package org.gemello.security.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.gemello.api.TraceId;
import org.gemello.security.AuditEvent;
import org.gemello.security.AuditEvent.Outcome;
import org.junit.jupiter.api.Test;

class AuditTrailComponentTest {
    private static final TraceId TRACE = new TraceId(1, 2);
    private final RecordedAudit audit = new RecordedAudit();
    private final AuditTrailComponent trail = new AuditTrailComponent(audit);

    @Test
    void whatIsDecidedComesIntoTheLog() {
        trail.allowed("olga", "proposal.accept", "wf-01/wake-steering", "in time", TRACE);
        trail.refused("eve", "alarm.shelve", "wt-01/storm", "needs role OPERATOR", TRACE);
        assertThat(audit.events).containsExactly(
                new AuditEvent("olga", "proposal.accept", "wf-01/wake-steering", Outcome.ALLOWED, "in time", TRACE),
                new AuditEvent("eve", "alarm.shelve", "wt-01/storm", Outcome.REFUSED, "needs role OPERATOR", TRACE));
    }

    @Test
    void withoutTheLogNothingMayBeDoneAndARefusalStands() {
        audit.full = true;
        assertThatIllegalStateException().isThrownBy(() -> trail.allowed("olga", "proposal.accept", "x", "", TRACE));
        trail.refused("eve", "alarm.shelve", "x", "", TRACE);
        assertThat(audit.events).isEmpty();
    }
}
