package org.gemello.rest.internal;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.gemello.api.Role;
import org.gemello.api.connection.ConnectionProbes;
import org.gemello.api.site.SiteDocument;
import org.gemello.api.site.SiteEdit;
import org.gemello.api.site.SiteKind;
import org.gemello.rest.internal.contract.ConnectionProbeJson;
import org.gemello.rest.internal.contract.ConnectionProbeRequestJson;
import org.gemello.rest.internal.contract.SiteApi;
import org.gemello.rest.internal.contract.SiteChangeJson;
import org.gemello.rest.internal.contract.SiteChangeRequestJson;
import org.gemello.rest.internal.contract.SiteDocumentJson;
import org.gemello.rest.internal.contract.SiteKindJson;
import org.gemello.rest.internal.mapping.ProbeMapping;
import org.gemello.rest.internal.mapping.SiteMapping;
import org.gemello.rest.internal.problem.Problems;
import org.gemello.rest.internal.request.Page;
import org.gemello.rest.internal.request.Requester;
import org.gemello.security.policy.Action;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsExtensionSelect;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** The whole description of the site. */
@Component(service = SiteResource.class, scope = ServiceScope.PROTOTYPE)
@JakartarsResource
@JakartarsExtensionSelect(ApiFeature.SELECT)
public class SiteResource implements SiteApi {
    private final Platform platform;
    private final SiteDesk desk;
    private final Permits permits;
    private final Sights sights;
    @Context
    private SecurityContext security;

    @Activate
    public SiteResource(@Reference Platform platform, @Reference SiteDesk desk, @Reference Permits permits, @Reference Sights sights) {
        this.platform = platform;
        this.desk = desk;
        this.permits = permits;
        this.sights = sights;
    }

    @Override
    public List<SiteDocumentJson> listSiteDocuments(SiteKindJson kind, String name, Integer limit, String cursor) {
        boolean engineer = Requester.of(security).caller().may(Role.ENGINEER);
        SeenDocuments documents = new SeenDocuments(sights.of(security));
        List<SiteDocument> all = platform.site().documents().stream().filter(documents::sees)
                .filter(document -> kind == null || document.kind().name().equals(kind.name()))
                .filter(document -> name == null || document.name().equals(name)).sorted(Comparator.comparing(SiteResource::key)).toList();
        return Page.sorted(all, SiteResource::key, cursor, limit)
                
                .map(document -> SiteMapping.of(documents.seen(document), document.kind() != SiteKind.CONNECTION
                        || engineer && desk.isSeenWhole(document.name(), security)));
    }

    /** Kinds in their order, then names. */
    private static String key(SiteDocument document) {
        return document.kind().ordinal() + document.name();
    }

    @Override
    public SiteChangeJson changeSite(SiteChangeRequestJson asked) {
        List<SiteEdit> edits = asked.getEdits().stream().map(SiteMapping::of).toList();
        return SiteMapping.of(asked.getDryRun() ? desk.foresee(edits, security) : desk.change(edits, security));
    }

    @Override
    public SiteChangeJson reloadSite() {
        return SiteMapping.of(desk.reload(security));
    }

    @Override
    public ConnectionProbeJson probeConnection(ConnectionProbeRequestJson asked) {
        permits.requireAll(Action.READ, security, "connection.probe", String.valueOf(asked.getConnection().get("connection")));
        permits.require(Role.ENGINEER, security, "connection.probe", String.valueOf(asked.getConnection().get("connection")),
                "kind " + asked.getConnection().get("kind"));
        ConnectionProbes probes = platform.probes();
        try {
            return ProbeMapping.of(probes.probe(asked.getConnection(), asked.getBindings() == null ? List.of() : asked.getBindings(),
                    Duration.ofSeconds(asked.getSeconds())));
        } catch (IllegalArgumentException e) {
            throw new ClientErrorException(Problems.siteRefused(e.getMessage().lines().toList()));
        }
    }
}
