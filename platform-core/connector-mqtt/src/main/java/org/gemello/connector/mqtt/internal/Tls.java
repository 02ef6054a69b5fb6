package org.gemello.connector.mqtt.internal;

import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;

/** Encrypts a connection: the broker must show a certificate of a trusted authority for its own name, and we show ours if we have one. */
final class Tls {
    private static final String ALERT = "Received fatal alert: ";
    private final BrokerAddress broker;
    private final TlsSettings settings;

    Tls(BrokerAddress broker, TlsSettings settings) {
        this.broker = broker;
        this.settings = settings;
    }

    /** @throws SSLException where a file cannot be used; it names the file */
    SslHandler handler() throws SSLException {
        SslContextBuilder context = SslContextBuilder.forClient();
        if (settings.caFile().isPresent()) {
            use(settings.caFile().get(), "no certificates in PEM", file -> context.trustManager(file.toFile()));
        }
        if (settings.keyStore().isPresent()) {
            use(settings.keyStore().get(), "no PKCS #12 key store, or not with this password", file -> context.keyManager(keys(file)));
        } else if (settings.keyFile().isPresent()) {
            File certificates = settings.certFile().orElseThrow().toFile();
            use(settings.keyFile().get(), "no private key in PEM (PKCS #8: openssl pkcs8 -topk8), or " + certificates + " no certificate in PEM",
                    file -> context.keyManager(certificates, file.toFile(), password()));
        }
        String name = settings.serverName().orElse(broker.host());
        SslHandler handler = context.build().newHandler(ByteBufAllocator.DEFAULT, name, broker.port());
        SSLParameters parameters = handler.engine().getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        handler.engine().setSSLParameters(parameters);
        return handler;
    }

    private interface Use {
        void of(Path file) throws IOException, GeneralSecurityException;
    }

    private static void use(Path file, String wrong, Use use) throws SSLException {
        try {
            use.of(file);
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new SSLException(file + (Files.isReadable(file) ? " is " + wrong : " cannot be read"), e);
        }
    }

    private KeyManagerFactory keys(Path file) throws IOException, GeneralSecurityException {
        char[] password = settings.passwordFile().isPresent() ? password().toCharArray() : new char[0];
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, password);
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, password);
        return keys;
    }

    private String password() throws IOException {
        return settings.passwordFile().isPresent() ? SecretFile.text(settings.passwordFile().get()) : null;
    }

    /** What went wrong and the remedy, in words; the exception's own where it is not about certificates. */
    static String explain(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && !(cause instanceof SSLException)) {
            cause = cause.getCause();
        }
        String message = String.valueOf(cause.getMessage());
        if (!(cause instanceof SSLException)) {
            return failure.toString();
        } else if (message.startsWith(ALERT)) {
            return "the broker refuses our certificate or the lack of one (" + message.substring(ALERT.length())
                    + "); check 'security.certFile' and 'security.keyFile' or 'security.keyStore', and what the broker trusts";
        } else if (message.contains("No subject alternative") || message.contains("No name matching")) {
            return "the broker's certificate is for another name (" + message + "); write the one that it bears as 'security.serverName'";
        } else if (message.contains("PKIX path")) {
            return "the broker's certificate is of an authority that is not trusted (" + message + "); name the authority's with 'security.caFile'";
        }
        return message;
    }
}
