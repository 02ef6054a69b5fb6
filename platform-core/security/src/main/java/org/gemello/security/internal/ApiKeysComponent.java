package org.gemello.security.internal;

import java.io.IOException;
import java.time.Clock;
import org.gemello.api.Folders;
import org.gemello.security.ApiKeys;
import org.gemello.security.Audit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The keys of programs as a service. */
@Component(service = ApiKeys.class)
public final class ApiKeysComponent extends FileApiKeys {
    @Activate
    public ApiKeysComponent(@Reference Audit audit) throws IOException {
        super(Folders.data().resolve("secrets"), audit, Clock.systemUTC());
    }
}
