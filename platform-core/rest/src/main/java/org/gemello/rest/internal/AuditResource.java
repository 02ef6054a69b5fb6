package org.gemello.rest.internal;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.gemello.api.Role;
import org.gemello.rest.internal.contract.AuditApi;
import org.gemello.rest.internal.contract.AuditOutcomeJson;
import org.gemello.rest.internal.contract.AuditPageJson;
import org.gemello.rest.internal.contract.AuditVerificationJson;
import org.gemello.rest.internal.mapping.SecurityMapping;
import org.gemello.security.AuditEvent;
import org.gemello.security.AuditLog;
import org.gemello.security.AuditRecord;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsExtensionSelect;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Who did what, for administrators. */
@Component(service = AuditResource.class, scope = ServiceScope.PROTOTYPE)
@JakartarsResource
@JakartarsExtensionSelect(ApiFeature.SELECT)
public class AuditResource implements AuditApi {
    private final AuditLog log;
    private final Permits permits;
    @Context
    private SecurityContext security;

    @Activate
    public AuditResource(@Reference AuditLog log, @Reference Permits permits) {
        this.log = log;
        this.permits = permits;
    }

    @Override
    public AuditPageJson readAudit(String caller, String action, AuditOutcomeJson outcome, String q, Integer limit, Long cursor) {
        permits.holds(Role.ADMINISTRATOR, security, "audit.read", "");
        Predicate<AuditRecord> wanted = line -> matches(line.event(), caller, action, outcome, q);
        try {
            List<AuditRecord> found = log.read(cursor == null ? Long.MAX_VALUE : cursor, wanted, limit + 1);
            boolean more = found.size() > limit;
            List<AuditRecord> page = more ? found.subList(0, limit) : found;
            return new AuditPageJson().items(page.stream().map(SecurityMapping::of).toList()).next(more ? page.get(limit - 1).sequence() : null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean matches(AuditEvent event, String caller, String action, AuditOutcomeJson outcome, String text) {
        return (caller == null || event.caller().equals(caller)) && (action == null || event.action().startsWith(action))
                && (outcome == null || event.outcome().name().equals(outcome.toString()))
                && (text == null || (event.object() + '\n' + event.reason()).toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT)));
    }

    @Override
    public AuditVerificationJson verifyAudit() {
        permits.require(Role.ADMINISTRATOR, security, "audit.verify", "platform", "");
        try {
            return SecurityMapping.of(log.verify());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
