package org.gemello.rest.internal;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.Callable;
import org.gemello.api.Role;
import org.gemello.api.TwinId;
import org.gemello.api.pack.PackGrant;
import org.gemello.api.pack.PackLogLine;
import org.gemello.api.pack.PackOperation;
import org.gemello.api.pack.PackRefusedException;
import org.gemello.api.pack.PackRequest;
import org.gemello.api.pack.PackView;
import org.gemello.api.pack.Publisher;
import org.gemello.api.pack.StagedPack;
import org.gemello.api.site.SiteKind;
import org.gemello.rest.internal.contract.JobJson;
import org.gemello.rest.internal.contract.PackActionJson;
import org.gemello.rest.internal.contract.PackBindingJson;
import org.gemello.rest.internal.contract.PackJson;
import org.gemello.rest.internal.contract.PackLogLevelJson;
import org.gemello.rest.internal.contract.PackLogLineJson;
import org.gemello.rest.internal.contract.PackOfferJson;
import org.gemello.rest.internal.contract.PackOfferRequestJson;
import org.gemello.rest.internal.contract.PackOperationJson;
import org.gemello.rest.internal.contract.PackPlanJson;
import org.gemello.rest.internal.contract.PackRequestJson;
import org.gemello.rest.internal.contract.PacksApi;
import org.gemello.rest.internal.contract.PublisherJson;
import org.gemello.rest.internal.contract.PublisherKeyJson;
import org.gemello.rest.internal.contract.StagedPackJson;
import org.gemello.rest.internal.mapping.JobMapping;
import org.gemello.rest.internal.mapping.PackLogMapping;
import org.gemello.rest.internal.mapping.PackMapping;
import org.gemello.rest.internal.problem.Asked;
import org.gemello.rest.internal.request.Page;
import org.gemello.rest.internal.request.Requester;
import org.gemello.security.policy.Action;
import org.gemello.security.policy.Sight;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsExtensionSelect;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Industry packs: what is installed, what would change, and the operations. */
@Component(service = PacksResource.class, scope = ServiceScope.PROTOTYPE)
@JakartarsResource
@JakartarsExtensionSelect(ApiFeature.SELECT)
public class PacksResource implements PacksApi {
    private final Platform platform;
    private final Permits permits;
    private final Sights sights;
    @Context
    private SecurityContext security;

    @Activate
    public PacksResource(@Reference Platform platform, @Reference Permits permits, @Reference Sights sights) {
        this.platform = platform;
        this.permits = permits;
        this.sights = sights;
    }

    @Override
    public List<PackJson> listPacks(Integer limit, String cursor) {
        return Page.following(platform.packs().packs(), PackView::id, cursor, limit).map(PackMapping::of);
    }

    @Override
    public PackJson getPack(String pack) {
        return platform.packs().pack(pack).map(PackMapping::of).orElseThrow(() -> Asked.notFound("there is no pack '" + pack + "'"));
    }

    @Override
    public List<PackLogLineJson> listPackLog(String pack, PackLogLevelJson level, Instant since, String text, String version, Integer limit,
                                             String cursor) {
        permits.holds(Role.ENGINEER, security, "pack.log", pack);
        permits.requireAll(Action.READ, security, "pack.log", pack);
        if (platform.packs().pack(pack).isEmpty() && !platform.packs().logged().containsKey(pack)) {
            throw Asked.notFound("there is no pack '" + pack + "'");
        }
        List<PackLogLine> lines = platform.packs().log(pack, PackLogMapping.filter(level, since, text, version));
        return Page.sorted(lines, PackLogMapping::newestFirst, cursor, limit).map(PackLogMapping::of);
    }

    @Override
    public JobJson verifyPack(String pack) {
        Requester requester = permits.require(Role.ADMINISTRATOR, security, "pack.verify", pack, "");
        if (platform.packs().pack(pack).isEmpty()) {
            throw Asked.notFound("there is no pack '" + pack + "'");
        }
        return JobMapping.of(asked("pack", () -> platform.packs().verify(pack, requester.caller())));
    }

    @Override
    public List<StagedPackJson> listStagedPacks(Integer limit, String cursor) {
        return Page.following(platform.packs().staged(), StagedPack::handle, cursor, limit).map(PackMapping::of);
    }

    @Override
    public void discardStagedPack(String handle) {
        Requester requester = permits.require(Role.ADMINISTRATOR, security, "pack.discard", handle, "");
        if (!asked("handle", () -> platform.packs().discard(handle, requester.caller()))) {
            throw Asked.notFound("there is no pack '" + handle + "' in quarantine");
        }
    }

    @Override
    public PackPlanJson planPack(PackRequestJson asked) {
        permits.require(Role.VENDOR, security, "pack.plan", name(asked), asked.getAction().toString());
        return PackMapping.of(asked("source", () -> platform.packs().plan(request(asked))));
    }

    @Override
    public List<PackOperationJson> listPackOperations(Integer limit, String cursor) {
        return Page.following(platform.packs().operations(), PackOperation::id, cursor, limit).map(PackMapping::of);
    }

    @Override
    public JobJson startPackOperation(PackRequestJson asked) {
        Requester requester = permits.require(Role.ADMINISTRATOR, security, "pack." + asked.getAction().toString().toLowerCase(), name(asked), "");
        return JobMapping.of(asked("source", () -> platform.packs().start(request(asked), requester.caller())));
    }

    @Override
    public List<PublisherJson> listPublishers(Integer limit, String cursor) {
        return Page.following(platform.packs().publishers(), Publisher::key, cursor, limit).map(PackMapping::of);
    }

    @Override
    public List<PackBindingJson> listPackBindings(String connection, Integer limit, String cursor) {
        Sight sight = sights.of(security);
        List<PackBindingJson> all = platform.packs().bindings().stream().filter(file -> connection == null || connection.equals(file.connection()))
                .flatMap(file -> file.twins().stream().distinct().map(twin -> PackMapping.of(file, twin,
                        platform.siteIfPresent().flatMap(site -> site.document(SiteKind.BINDING, file.connection() + '/' + twin)).isPresent())))
                .filter(binding -> binding.getTwin().contains("{") || sight.sees(new TwinId(binding.getTwin()))).toList(); // a topic may name any twin
        return Page.following(all, binding -> binding.getPack() + '/' + binding.getId() + '/' + binding.getTwin(), cursor, limit);
    }

    @Override
    public PublisherJson trustPublisher(PublisherKeyJson key) {
        Requester requester = permits.require(Role.ADMINISTRATOR, security, "publisher.trust", key.getPublisher(), "");
        return PackMapping.of(asked("pem", () -> platform.packs().trust(key.getPublisher(), key.getPem(), requester.caller())));
    }

    @Override
    public void revokePublisher(String key) {
        Requester requester = permits.require(Role.ADMINISTRATOR, security, "publisher.revoke", key, "");
        if (!asked("key", () -> platform.packs().revoke(key, requester.caller()))) {
            throw Asked.notFound("there is no key '" + key + "'");
        }
    }

    @Override
    public List<PackOfferJson> searchPackOffers(String text, Integer limit, String cursor) {
        return Page.following(asked("text", () -> platform.packs().search(text == null ? "" : text)),
                offer -> offer.repository() + ' ' + offer.id() + '@' + offer.version(), cursor, limit).map(PackMapping::of);
    }

    @Override
    public StagedPackJson fetchPackOffer(PackOfferRequestJson offer) {
        Requester requester = permits.require(Role.ADMINISTRATOR, security, "pack.fetch", offer.getId() + "@" + offer.getVersion(),
                offer.getRepository());
        return PackMapping.of(asked("repository", () -> platform.packs().fetch(offer.getRepository(), offer.getId(), offer.getVersion(),
                requester.caller())));
    }

    private PackRequest request(PackRequestJson asked) {
        PackGrant grant = asked.getGrant() == null ? null : PackMapping.of(asked.getGrant());
        if (Boolean.TRUE.equals(asked.getGrantAll()) && asked.getAction() == PackActionJson.INSTALL) {
            grant = platform.packs().staged().stream().filter(staged -> staged.handle().equals(asked.getSource())).findFirst()
                    .map(StagedPack::asks).orElseThrow(() -> new NoSuchElementException("there is no pack '" + asked.getSource() + "' in quarantine"));
        }
        return PackMapping.of(asked, grant);
    }

    private static String name(PackRequestJson asked) {
        return asked.getId() == null ? String.valueOf(asked.getSource()) : asked.getId();
    }

    /** Like {@link Asked#of}, for what reads files. */
    private static <T> T asked(String field, Callable<T> service) {
        return Asked.of(field, () -> {
            try {
                return service.call();
            } catch (PackRefusedException e) {
                throw new IllegalArgumentException(e.getMessage(), e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
