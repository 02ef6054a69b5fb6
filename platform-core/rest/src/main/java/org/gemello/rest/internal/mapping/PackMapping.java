package org.gemello.rest.internal.mapping;

import java.time.Duration;
import org.gemello.api.pack.BindingFile;
import org.gemello.api.pack.PackGrant;
import org.gemello.api.pack.PackOffer;
import org.gemello.api.pack.PackOperation;
import org.gemello.api.pack.PackPlan;
import org.gemello.api.pack.PackRequest;
import org.gemello.api.pack.PackSignature;
import org.gemello.api.pack.PackView;
import org.gemello.api.pack.Publisher;
import org.gemello.api.pack.StagedPack;
import org.gemello.api.pack.ViewFile;
import org.gemello.rest.internal.contract.PackActionJson;
import org.gemello.rest.internal.contract.PackBindingJson;
import org.gemello.rest.internal.contract.PackGrantJson;
import org.gemello.rest.internal.contract.PackJson;
import org.gemello.rest.internal.contract.PackOfferJson;
import org.gemello.rest.internal.contract.PackOperationJson;
import org.gemello.rest.internal.contract.PackOutcomeJson;
import org.gemello.rest.internal.contract.PackPermissionsJson;
import org.gemello.rest.internal.contract.PackPlanJson;
import org.gemello.rest.internal.contract.PackRequestJson;
import org.gemello.rest.internal.contract.PackSignatureJson;
import org.gemello.rest.internal.contract.PackStateJson;
import org.gemello.rest.internal.contract.PackStepJson;
import org.gemello.rest.internal.contract.PackTwinChangeJson;
import org.gemello.rest.internal.contract.PackVersionJson;
import org.gemello.rest.internal.contract.PublisherJson;
import org.gemello.rest.internal.contract.SignatureStateJson;
import org.gemello.rest.internal.contract.StagedPackJson;
import org.gemello.rest.internal.contract.ViewJson;

/** Packs, plans and operations as the contract shows them. */
public final class PackMapping {
    private PackMapping() {
    }

    public static PackJson of(PackView pack) {
        return new PackJson().id(pack.id()).title(pack.title()).publisher(pack.publisher()).licence(pack.licence())
                .state(PackStateJson.fromString(pack.state().name())).reason(pack.reason()).isolation(pack.isolation()).version(pack.version())
                .kept(pack.kept().stream().map(v -> new PackVersionJson().version(v.version()).sha256(v.sha256()).bytes(v.bytes())
                        .added(v.added()).active(v.active())).toList())
                .types(pack.types()).signature(of(pack.signature())).grant(of(pack.grant())).leak(pack.leak());
    }

    public static StagedPackJson of(StagedPack staged) {
        return new StagedPackJson().handle(staged.handle()).id(staged.id()).version(staged.version()).title(staged.title())
                .description(staged.description()).signature(of(staged.signature())).asks(of(staged.asks())).problems(staged.problems())
                .sha256(staged.sha256()).staged(staged.staged());
    }

    public static PackPlanJson of(PackPlan plan) {
        return new PackPlanJson().action(PackActionJson.fromString(plan.action().name())).id(plan.id()).from(plan.from()).to(plan.to())
                .feasible(plan.isFeasible()).twins(plan.twins().stream().map(t -> new PackTwinChangeJson().twin(t.twin()).type(t.type())
                        .schema(t.schema()).becomes(t.becomes()).how(t.how()).possible(t.possible())).toList())
                .models(plan.models()).imports(plan.imports()).permissions(new PackPermissionsJson().added(plan.permissions().added())
                        .dropped(plan.permissions().dropped()).missing(plan.permissions().missing()))
                .obstacles(plan.obstacles()).words(plan.words());
    }

    public static PackOperationJson of(PackOperation operation) {
        return new PackOperationJson().id(operation.id()).action(PackActionJson.fromString(operation.action().name())).pack(operation.pack())
                .from(operation.from()).to(operation.to()).caller(operation.caller()).started(operation.started()).ended(operation.ended())
                .outcome(PackOutcomeJson.fromString(operation.outcome().name())).message(operation.message())
                .steps(operation.steps().stream().map(s -> new PackStepJson().name(s.name()).at(s.at()).text(s.text())).toList())
                .pauses(operation.pauses());
    }

    public static PublisherJson of(Publisher publisher) {
        return new PublisherJson().name(publisher.name()).key(publisher.key()).revoked(publisher.revoked()).builtIn(publisher.builtIn());
    }

    public static PackOfferJson of(PackOffer offer) {
        return new PackOfferJson().repository(offer.repository()).id(offer.id()).version(offer.version()).title(offer.title())
                .publisher(offer.publisher()).compatible(offer.compatible()).note(offer.note()).bytes(offer.bytes());
    }

    /** @param twin twin type, empty for what is no view */
    public static ViewJson of(ViewFile file, String twin) {
        return new ViewJson().id(file.id()).pack(file.pack()).version(file.version()).title(file.title())
                .kind(kind(file.name())).twin(Texts.orAbsent(twin))
                .path(file.file()).hash(file.sha256()).bytes(file.bytes()).href("views/" + file.sha256() + '/' + file.name());
    }

    private static ViewJson.KindEnum kind(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "svg" -> ViewJson.KindEnum.DRAWING;
            case "mjs" -> ViewJson.KindEnum.MODULE;
            case "glb" -> ViewJson.KindEnum.MODEL;
            default -> ViewJson.KindEnum.VIEW;
        };
    }

    /** @param granted what the request grants, null for what has been granted before */
    public static PackRequest of(PackRequestJson asked, PackGrant granted) {
        return new PackRequest(PackRequest.Action.valueOf(asked.getAction().name()), Texts.orEmpty(asked.getId()), Texts.orEmpty(asked.getSource()),
                granted, asked.getConfirmSeconds() == null ? null : Duration.ofSeconds(asked.getConfirmSeconds()));
    }

    public static PackGrant of(PackGrantJson grant) {
        return new PackGrant(grant.getRead(), grant.getWrite(), grant.getCommands(), grant.getFiles(), grant.getNetwork(), grant.getThreads());
    }

    private static PackGrantJson of(PackGrant grant) {
        return new PackGrantJson().read(grant.read()).write(grant.write()).commands(grant.commands()).files(grant.files())
                .network(grant.network()).threads(grant.threads());
    }

    private static PackSignatureJson of(PackSignature signature) {
        return new PackSignatureJson().state(SignatureStateJson.fromString(signature.state().name())).publisher(signature.publisher())
                .key(signature.key()).sentence(signature.sentence());
    }

    /** @param overridden true where the site has bindings of its own of this twin to this connection */
    public static PackBindingJson of(BindingFile file, String twin, boolean overridden) {
        return new PackBindingJson().pack(file.pack()).version(file.version()).id(file.id()).title(file.title()).connection(file.connection())
                .twin(twin).path(file.file()).overridden(overridden);
    }
}
