package org.gemello.rest.internal;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.gemello.api.Role;
import org.gemello.api.exchange.ExportRequest;
import org.gemello.api.exchange.ExportView;
import org.gemello.api.exchange.ImportRequest;
import org.gemello.rest.internal.contract.ExchangeApi;
import org.gemello.rest.internal.contract.ExportJson;
import org.gemello.rest.internal.contract.ExportRequestJson;
import org.gemello.rest.internal.contract.ImportRequestJson;
import org.gemello.rest.internal.contract.JobJson;
import org.gemello.rest.internal.mapping.ExchangeMapping;
import org.gemello.rest.internal.mapping.JobMapping;
import org.gemello.rest.internal.problem.Asked;
import org.gemello.rest.internal.request.Page;
import org.gemello.rest.internal.request.Requester;
import org.gemello.security.policy.Action;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsExtensionSelect;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** The history as files, out and in again. */
@Component(service = ExchangeResource.class, scope = ServiceScope.PROTOTYPE)
@JakartarsResource
@JakartarsExtensionSelect(ApiFeature.SELECT)
public class ExchangeResource implements ExchangeApi {
    private final Platform platform;
    private final Permits permits;
    private final SeenExports exports;
    @Context
    private SecurityContext security;

    @Activate
    public ExchangeResource(@Reference Platform platform, @Reference Permits permits, @Reference SeenExports exports) {
        this.platform = platform;
        this.permits = permits;
        this.exports = exports;
    }

    @Override
    public List<ExportJson> listExports(Integer limit, String cursor) {
        return Page.following(exports.of(security), ExportView::name, cursor, limit).map(JobMapping::of);
    }

    @Override
    public JobJson startExport(ExportRequestJson asked) {
        ExportRequest request = exports.seen(Asked.of("body", () -> ExchangeMapping.of(asked)), security);
        Requester requester = permits.require(Role.OPERATOR, security, "history.export", asked.getTwin() == null ? "*" : asked.getTwin(),
                request.from() + " to " + request.to() + (request.points().isEmpty() ? "" : ", " + request.points().size() + " points"));
        return JobMapping.of(Asked.of("body", () -> platform.exchange().export(request, requester.caller())));
    }

    @Override
    public void deleteExport(String export) {
        exports.requireSeen(export, security);
        permits.require(Role.ENGINEER, security, "export.delete", export, "");
        try {
            if (!platform.exchange().delete(export)) {
                throw Asked.notFound("there is no export '" + export + "'");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public JobJson startImport(ImportRequestJson asked) {
        ImportRequest request = Asked.of("body", () -> ExchangeMapping.of(asked));
        permits.requireAll(Action.WRITE, security, "history.import", asked.getSource());
        Requester requester = permits.require(Role.ENGINEER, security, "history.import", asked.getSource(), "");
        return JobMapping.of(Asked.of("source", () -> platform.exchange().importFrom(request, requester.caller())));
    }
}
