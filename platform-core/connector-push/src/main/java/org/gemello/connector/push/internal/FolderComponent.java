package org.gemello.connector.push.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.apache.camel.Component;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;
import org.gemello.api.Folders;
import org.gemello.api.connection.DeadLetters;
import org.gemello.api.log.SampleLog;
import org.gemello.api.trace.Traces;
import org.gemello.binding.ConnectionDefinition;
import org.gemello.binding.SiteConfiguration;
import org.gemello.connector.EntrySink;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/** The Camel component of the scheme {@code folder}. */
@org.osgi.service.component.annotations.Component(service = Component.class, property = "gemello.scheme=" + FolderComponent.SCHEME)
public final class FolderComponent extends DefaultComponent {
    static final String SCHEME = "folder";
    private final BundleContext bundle;
    private final SiteConfiguration site;
    private final InputServices services;

    /** @param bundle publishes the connections as services */
    @Activate
    public FolderComponent(BundleContext bundle, @Reference SiteConfiguration site, @Reference SampleLog log,
                           @Reference DeadLetters deadLetters, @Reference Traces traces) {
        this.bundle = bundle;
        this.site = site;
        this.services = new InputServices(log, deadLetters, traces);
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        parameters.remove("silentSince"); // files wait for us
        ConnectionDefinition definition = site.connection(remaining).filter(found -> found.kind().equals(SCHEME))
                .orElseThrow(() -> new IllegalArgumentException("there is no connection '" + remaining + "' of kind " + SCHEME));
        FolderSettings settings = FolderSettings.of(definition);
        return new InputEndpoint(uri, this, bundle, definition, sink -> open(remaining, settings, sink));
    }

    private Input open(String name, FolderSettings settings, EntrySink sink) {
        try {
            NamedPoints points = new NamedPoints(site.bindings(name), services.log().points());
            InputFigures figures = new InputFigures(name, SCHEME, settings.folder().toString(), points.size());
            FolderJournal journal = new FolderJournal(Folders.data().resolve("inputs").resolve(name + ".journal"));
            return new FolderConnection(name, settings, services, figures,
                    new FileReading(name, settings, points, services, sink, journal, figures)).start();
        } catch (IOException e) {
            throw new UncheckedIOException("connection " + name + " cannot keep its journal", e);
        }
    }
}
