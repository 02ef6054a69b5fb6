package org.gemello.connector;

import java.util.Dictionary;
import java.util.Hashtable;
import org.gemello.api.connection.Connection;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

/** A connection that others can see as a service, until it is closed. */
public final class Publication implements AutoCloseable {
    private final ServiceRegistration<Connection> registration;

    /** @param name name of the connection: service property {@code connection.name} */
    public Publication(BundleContext bundle, String name, Connection connection) {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put("connection.name", name);
        registration = bundle.registerService(Connection.class, connection, properties);
    }

    @Override
    public void close() {
        registration.unregister();
    }
}
