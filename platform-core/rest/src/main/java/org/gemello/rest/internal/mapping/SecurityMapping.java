package org.gemello.rest.internal.mapping;

import org.gemello.rest.internal.contract.ApiKeyJson;
import org.gemello.rest.internal.contract.AuditLineJson;
import org.gemello.rest.internal.contract.AuditOutcomeJson;
import org.gemello.rest.internal.contract.AuditVerificationJson;
import org.gemello.rest.internal.contract.NewApiKeyJson;
import org.gemello.rest.internal.contract.RoleJson;
import org.gemello.security.ApiKey;
import org.gemello.security.ApiKeys.NewKey;
import org.gemello.security.AuditRecord;
import org.gemello.security.AuditVerification;

/** Keys and the audit log as the contract shows them. */
public final class SecurityMapping {
    private SecurityMapping() {
    }

    public static ApiKeyJson of(ApiKey key) {
        return new ApiKeyJson().id(key.id()).name(key.name()).role(RoleJson.fromValue(key.role().name())).created(key.created())
                .creator(key.creator()).expires(key.expires()).twins(key.twins().patterns());
    }

    public static NewApiKeyJson of(NewKey made) {
        return new NewApiKeyJson().secret(made.secret()).key(of(made.key()));
    }

    public static AuditLineJson of(AuditRecord line) {
        var event = line.event();
        return new AuditLineJson().sequence(line.sequence()).time(line.time()).caller(event.caller()).action(event.action())
                .target(event.object()).outcome(AuditOutcomeJson.fromValue(event.outcome().name())).reason(event.reason())
                .traceId(event.trace().isPresent() ? event.trace().toString() : null);
    }

    public static AuditVerificationJson of(AuditVerification found) {
        return new AuditVerificationJson().whole(found.isWhole()).lines(found.lines()).checkpoints(found.checkpoints())
                .problem(Texts.orAbsent(found.problem())).publicKey(found.publicKey());
    }
}
