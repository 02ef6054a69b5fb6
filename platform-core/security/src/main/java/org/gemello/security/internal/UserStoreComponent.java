package org.gemello.security.internal;

import java.io.IOException;
import java.time.Clock;
import org.gemello.api.Folders;
import org.gemello.security.Audit;
import org.gemello.security.Sessions;
import org.gemello.security.UserStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The user store as a service, from the first moment on, so that the first start makes the administrator. */
@Component(service = UserStore.class, immediate = true)
public final class UserStoreComponent extends FileUserStore {
    @Activate
    public UserStoreComponent(@Reference Audit audit, @Reference Sessions sessions) throws IOException {
        super(Folders.data().resolve("secrets"), audit, sessions::endAll, Clock.systemUTC(), Argon2Hash.Cost.RECOMMENDED);
    }
}
