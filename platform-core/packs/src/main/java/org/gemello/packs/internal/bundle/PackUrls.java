package org.gemello.packs.internal.bundle;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.util.Hashtable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.url.AbstractURLStreamHandlerService;
import org.osgi.service.url.URLConstants;
import org.osgi.service.url.URLStreamHandlerService;

/** Reads the location of a pack's bundle from the kept file, so that {@code bundle:update} by hand finds what it had. */
public final class PackUrls extends AbstractURLStreamHandlerService implements AutoCloseable {
    private final Source source;
    private final ServiceRegistration<?> registration;

    /** Where the content of a bundle is. */
    @FunctionalInterface
    public interface Source {

        /** @param location as {@link PackOrigin#location} makes it */
        byte[] read(String location) throws IOException;
    }

    public PackUrls(BundleContext context, Source source) {
        this.source = source;
        Hashtable<String, Object> protocol = new Hashtable<>();
        protocol.put(URLConstants.URL_HANDLER_PROTOCOL, new String[] {PackOrigin.PROTOCOL});
        registration = context.registerService(URLStreamHandlerService.class, this, protocol);
    }

    @Override
    public URLConnection openConnection(URL url) {
        return new URLConnection(url) {
            @Override
            public void connect() {
                connected = true;
            }

            @Override
            public InputStream getInputStream() throws IOException {
                return new ByteArrayInputStream(source.read(url.toString()));
            }
        };
    }

    @Override
    public void close() {
        registration.unregister();
    }
}
