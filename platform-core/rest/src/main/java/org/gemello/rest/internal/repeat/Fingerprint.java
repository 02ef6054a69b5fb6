package org.gemello.rest.internal.repeat;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells one request from another: by method, address and body. The body is hashed as it is read, as it may be a large file. */
final class Fingerprint {
    private static final Logger LOG = LoggerFactory.getLogger(Fingerprint.class);
    private final MessageDigest digest;
    private final InputStream body;

    private Fingerprint(MessageDigest digest, InputStream body) {
        this.digest = digest;
        this.body = body;
    }

    static Fingerprint of(ContainerRequestContext request) {
        try {
            URI address = request.getUriInfo().getRequestUri();
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((request.getMethod() + ' ' + address.getRawPath() + '?' + address.getRawQuery() + '\n')
                    .getBytes(StandardCharsets.UTF_8));
            InputStream body = new DigestInputStream(request.getEntityStream(), digest);
            request.setEntityStream(body);
            return new Fingerprint(digest, body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** After what nobody has read of the body has been read. */
    String whole() {
        try {
            body.transferTo(OutputStream.nullOutputStream());
        } catch (IOException | IllegalStateException e) {
            LOG.debug("the body has been read to its end and closed: {}", e.toString());
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
