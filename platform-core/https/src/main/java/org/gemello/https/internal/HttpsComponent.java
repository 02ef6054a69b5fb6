package org.gemello.https.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.felix.http.jetty.ConnectorFactory;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Server;
import org.gemello.api.Folders;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** Adds a door with TLS to the container's one HTTP server, beside the one without TLS that is for this machine alone. */
@Component(service = ConnectorFactory.class, configurationPid = "org.gemello.https")
public final class HttpsComponent implements ConnectorFactory {
    private static final long LOOK_EVERY_HOURS = 12;
    private final Https https;
    private final ScheduledExecutorService timer;

    /** What {@code etc/org.gemello.https.cfg} may set. */
    @interface Configuration {
        /** Where it listens: an address of this machine, {@code 0.0.0.0} for all of them. */
        String host() default "127.0.0.1";

        /** Its port; 0 for a free one. */
        int port() default 8443;

        /** Names and addresses by which clients come, with commas, beside those that this machine knows of itself. */
        String names() default "";

        /** Key {@code certificate.file}: a certificate of your own with its chain, PEM; without one the platform makes one. */
        String certificate_file() default "";

        /** Key {@code key.file}: its key, PKCS #8 in PEM. */
        String key_file() default "";
    }

    /** @throws IOException where the certificate can neither be read nor made: then there is no door with TLS */
    @Activate
    public HttpsComponent(Configuration configuration) throws IOException, GeneralSecurityException {
        this.https = new Https(certificate(configuration), configuration.host(), configuration.port());
        this.timer = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "gemello-https-certificate");
            thread.setDaemon(true);
            return thread;
        });
        timer.scheduleWithFixedDelay(https::renew, LOOK_EVERY_HOURS, LOOK_EVERY_HOURS, TimeUnit.HOURS);
    }

    private static Callable<KeyStore> certificate(Configuration from) {
        if (!from.certificate_file().isEmpty()) {
            return () -> ServerCertificate.store(Pem.key(Path.of(from.key_file())), Pem.chain(Path.of(from.certificate_file())));
        }
        List<String> names = Arrays.stream(from.names().split(",")).map(String::strip).filter(name -> !name.isEmpty()).toList();
        return new ServerCertificate(Folders.data(), HostNames.with(names), Clock.systemUTC())::current;
    }

    @Override
    public Connector createConnector(Server server) {
        return https.connector(server);
    }

    @Deactivate
    public void close() {
        timer.shutdownNow();
    }
}
