package org.gemello.shell.internal;

import java.time.Instant;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gemello.api.connection.CertificateTrust;

/** {@code trust:list}. */
@Service
@Command(scope = "trust", name = "list", description = "Lists the certificates of OPC UA: our own, trusted, issuers and rejected ones")
public final class TrustListCommand extends TableCommand {
    @Reference
    CertificateTrust trust;

    @Override
    List<Table> tables(Instant now) {
        Table table = new Table("Thumbprint", "Standing", "Subject", "Issuer", "Application", "Valid from", "Valid until");
        trust.certificates().forEach(c -> table.row(c.thumbprint(), c.standing(), c.subject(), c.issuer(), c.applicationUri(),
                Texts.time(c.notBefore()), Texts.time(c.notAfter())));
        return List.of(table);
    }
}
