package org.gemello.connector.opcua.internal;

import java.io.IOException;
import java.util.List;
import org.gemello.api.Folders;
import org.gemello.api.connection.CertificateTrust;
import org.gemello.connector.opcua.internal.pki.TrustList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The trust list of {@code <data>/opcua/pki} as a service. */
@Component(service = {CertificateTrust.class, TrustService.class}, immediate = true)
public final class TrustService implements CertificateTrust {
    private static final Logger LOG = LoggerFactory.getLogger(TrustService.class);
    private final TrustList list = new TrustList(Folders.data().resolve("opcua/pki"));

    /** Makes the platform's own certificate at the first start, so that it can be given to servers before they are connected to. */
    @Activate
    public TrustService() {
        try {
            list.own();
        } catch (IOException e) {
            LOG.error("without its own certificate the platform connects only to OPC UA servers without security: {}", e.getMessage(), e);
        }
    }

    TrustList list() {
        return list;
    }

    @Override
    public List<Certificate> certificates() {
        return list.certificates();
    }

    @Override
    public void approve(String thumbprint) {
        list.approve(thumbprint);
    }

    @Override
    public void revoke(String thumbprint) {
        list.revoke(thumbprint);
    }
}
