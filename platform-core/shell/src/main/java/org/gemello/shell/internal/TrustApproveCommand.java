package org.gemello.shell.internal;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gemello.api.connection.CertificateTrust;

/** {@code trust:approve}. */
@Service
@Command(scope = "trust", name = "approve", description = "Trusts a certificate that was rejected")
public final class TrustApproveCommand extends AuditedCommand {
    @Reference
    CertificateTrust trust;

    @Argument(name = "thumbprint", description = "SHA-1 of the certificate, see trust:list", required = true)
    String thumbprint;

    @Override
    String action() {
        return "certificate.approve";
    }

    @Override
    String object() {
        return thumbprint;
    }

    @Override
    String act() throws Exception {
        trust.approve(thumbprint);
        return "trusted: " + thumbprint;
    }
}
