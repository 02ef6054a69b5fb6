package org.gemello.security.internal;

import java.io.IOException;
import java.time.Clock;
import org.gemello.api.Folders;
import org.gemello.security.Audit;
import org.gemello.security.policy.PolicyStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The policies as a service. */
@Component(service = PolicyStore.class)
public final class PoliciesComponent extends FilePolicies {
    @Activate
    public PoliciesComponent(@Reference Audit audit) throws IOException {
        super(Folders.data().resolve("secrets"), audit, Clock.systemUTC());
    }
}
