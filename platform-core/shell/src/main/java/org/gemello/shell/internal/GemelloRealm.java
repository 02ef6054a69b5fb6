package org.gemello.shell.internal;

import java.util.Map;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.AppConfigurationEntry.LoginModuleControlFlag;
import org.apache.karaf.jaas.boot.ProxyLoginModule;
import org.apache.karaf.jaas.config.JaasRealm;
import org.gemello.security.UserStore;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The realm {@code karaf} with the platform's own users, before the container's realm of that name, which has rank 0 and reads
 * {@code etc/users.properties}. While there is no user store, the container's realm answers; without users it lets nobody in.
 */
@Component
public final class GemelloRealm implements JaasRealm {
    private static final int BEFORE_THE_CONTAINERS_OWN = 100;
    private final AppConfigurationEntry entry;

    @Activate
    public GemelloRealm(BundleContext bundle, @Reference UserStore users) {
        this.entry = new AppConfigurationEntry(ProxyLoginModule.class.getName(), LoginModuleControlFlag.REQUIRED, Map.of(
                ProxyLoginModule.PROPERTY_MODULE, GemelloLoginModule.class.getName(),
                ProxyLoginModule.PROPERTY_BUNDLE, Long.toString(bundle.getBundle().getBundleId()),
                GemelloLoginModule.USERS, users));
    }

    @Override
    public String getName() {
        return "karaf";
    }

    @Override
    public int getRank() {
        return BEFORE_THE_CONTAINERS_OWN;
    }

    @Override
    public AppConfigurationEntry[] getEntries() {
        return new AppConfigurationEntry[] {entry};
    }
}
