package org.gemello.shell.internal;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gemello.api.connection.CertificateTrust;

/** {@code trust:revoke}. */
@Service
@Command(scope = "trust", name = "revoke", description = "Trusts a certificate no more and closes the connections that use it")
public final class TrustRevokeCommand extends AuditedCommand {
    @Reference
    CertificateTrust trust;

    @Argument(name = "thumbprint", description = "SHA-1 of the certificate, see trust:list", required = true)
    String thumbprint;

    @Override
    String action() {
        return "certificate.revoke";
    }

    @Override
    String object() {
        return thumbprint;
    }

    @Override
    String act() throws Exception {
        trust.revoke(thumbprint);
        return "rejected: " + thumbprint;
    }
}
