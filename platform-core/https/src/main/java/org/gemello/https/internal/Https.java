package org.gemello.https.internal;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.Callable;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A door of the server with TLS 1.2 and 1.3, whose certificate can change while it is open. */
final class Https {
    private static final Logger LOG = LoggerFactory.getLogger(Https.class);
    private static final int LARGEST_HEADER = 16 << 10;
    private final Callable<KeyStore> certificate;
    private final String host;
    private final int port;
    private final SslContextFactory.Server ssl = new SslContextFactory.Server();
    private KeyStore present;

    /** @param certificate gives the one to use at the moment; the same as before, or another one */
    Https(Callable<KeyStore> certificate, String host, int port) throws IOException, GeneralSecurityException {
        this.certificate = certificate;
        this.host = host;
        this.port = port;
        ssl.setKeyStorePassword("");
        ssl.setIncludeProtocols("TLSv1.3", "TLSv1.2");
        ssl.setRenegotiationAllowed(false);
        ssl.setSniRequired(false);
        this.present = read();
        ssl.setKeyStore(present);
    }

    ServerConnector connector(Server server) {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(LARGEST_HEADER);
        // one certificate for all names: the client checks the name, and nothing is chosen by it here
        http.addCustomizer(new SecureRequestCustomizer(false));
        http.addCustomizer(new Hsts());
        ServerConnector connector = new ServerConnector(server, new SslConnectionFactory(ssl, "http/1.1"), new HttpConnectionFactory(http));
        connector.setName("gemello-https");
        connector.setHost(host);
        connector.setPort(port);
        return connector;
    }

    /** Takes the certificate of the moment, where it is another one; connections that are open keep theirs. */
    synchronized void renew() {
        try {
            KeyStore next = read();
            if (!same(next, present)) {
                ssl.reload(factory -> factory.setKeyStore(next));
                present = next;
                LOG.info("The server has another certificate");
            }
        } catch (Exception e) {
            LOG.error("The certificate of the server cannot be renewed; the present one stays", e);
        }
    }

    private KeyStore read() throws IOException, GeneralSecurityException {
        try {
            return certificate.call();
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean same(KeyStore one, KeyStore other) throws GeneralSecurityException {
        String alias = one.aliases().hasMoreElements() ? one.aliases().nextElement() : "";
        return one.getCertificate(alias).equals(other.getCertificate(alias));
    }
}
