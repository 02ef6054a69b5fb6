package org.gemello.rest.internal.mapping;

import java.util.Arrays;
import org.gemello.api.connection.Browsable.Node;
import org.gemello.api.connection.Browsable.Page;
import org.gemello.api.connection.Browsable.Proposal;
import org.gemello.api.connection.CertificateTrust.Certificate;
import org.gemello.api.connection.DeadLetters.DeadLetter;
import org.gemello.api.connection.EndpointDiscovery.Endpoint;
import org.gemello.api.connection.Pushable.Receipt;
import org.gemello.api.log.ConsumerGroup;
import org.gemello.rest.internal.contract.CertificateJson;
import org.gemello.rest.internal.contract.DeadLetterJson;
import org.gemello.rest.internal.contract.EndpointJson;
import org.gemello.rest.internal.contract.LogGroupJson;
import org.gemello.rest.internal.contract.NodeJson;
import org.gemello.rest.internal.contract.NodePageJson;
import org.gemello.rest.internal.contract.ProposalJson;
import org.gemello.rest.internal.contract.PushReceiptJson;

/** What sources have and bring, as the contract shows it. */
public final class SourceMapping {
    /** More of a payload is not shown: the list would be too large to be read. */
    private static final int SHOWN_PAYLOAD = 64 << 10;

    private SourceMapping() {
    }

    public static NodePageJson of(Page page) {
        return new NodePageJson().items(page.nodes().stream().map(SourceMapping::of).toList()).next(Texts.orAbsent(page.continuation()));
    }

    private static NodeJson of(Node node) {
        return new NodeJson().node(node.node()).name(node.name()).kind(NodeJson.KindEnum.fromString(node.kind())).type(node.type())
                .description(node.description()).parent(node.parent());
    }

    public static ProposalJson of(Proposal proposal) {
        return new ProposalJson().yaml(proposal.yaml()).notes(proposal.notes());
    }

    public static LogGroupJson of(ConsumerGroup group) {
        return new LogGroupJson().name(group.name()).position(group.position()).lag(group.lag()).lagBytes(group.lagBytes())
                .oldest(group.oldest().orElse(null)).active(group.active());
    }

    public static EndpointJson of(Endpoint endpoint) {
        return new EndpointJson().url(endpoint.url()).policy(endpoint.policy()).mode(endpoint.mode()).level(endpoint.level())
                .identities(endpoint.identities()).thumbprint(endpoint.thumbprint()).application(endpoint.application());
    }

    public static CertificateJson of(Certificate certificate) {
        return new CertificateJson().thumbprint(certificate.thumbprint())
                .standing(CertificateJson.StandingEnum.fromString(certificate.standing().name())).subject(certificate.subject())
                .issuer(certificate.issuer()).applicationUri(certificate.applicationUri()).notBefore(certificate.notBefore())
                .notAfter(certificate.notAfter());
    }

    public static DeadLetterJson of(DeadLetter letter) {
        byte[] shown = letter.payload().length <= SHOWN_PAYLOAD ? letter.payload() : Arrays.copyOf(letter.payload(), SHOWN_PAYLOAD);
        return new DeadLetterJson().number(letter.number()).time(letter.time()).connection(letter.connection()).source(letter.source())
                .cause(letter.cause()).bytes(letter.payload().length).payload(shown);
    }

    public static PushReceiptJson of(Receipt receipt) {
        return new PushReceiptJson().stored(receipt.stored()).refused(receipt.refused());
    }
}
