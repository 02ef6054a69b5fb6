package org.gemello.connector.push.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;
import org.apache.camel.Component;
import org.gemello.api.Folders;
import org.gemello.api.connection.DeadLetters;
import org.gemello.api.log.SampleLog;
import org.gemello.api.trace.Traces;
import org.gemello.binding.Binding;
import org.gemello.binding.ConnectionDefinition;
import org.gemello.binding.SiteConfiguration;
import org.gemello.connector.EntrySink;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/** The Camel component of the scheme {@code folder}. */
@org.osgi.service.component.annotations.Component(service = Component.class, property = "gemello.scheme=" + FolderComponent.SCHEME)
public final class FolderComponent extends InputComponent {
    static final String SCHEME = "folder";
    private final InputServices services;

    @Activate
    public FolderComponent(BundleContext bundle, @Reference SiteConfiguration site, @Reference SampleLog log,
              @Reference DeadLetters deadLetters, @Reference Traces traces) {
        super(SCHEME, bundle, site);
        this.services = new InputServices(log, deadLetters, traces);
    }

    @Override
    Function<EntrySink, Input> prepare(ConnectionDefinition definition, List<Binding> bindings) {
        FolderSettings settings = FolderSettings.of(definition);
        return sink -> open(definition.name(), settings, bindings, sink);
    }

    private Input open(String name, FolderSettings settings, List<Binding> bindings, EntrySink sink) {
        try {
            NamedPoints points = new NamedPoints(bindings, services.log().points());
            InputFigures figures = new InputFigures(name, SCHEME, settings.folder().toString(), points.size());
            FolderJournal journal = new FolderJournal(Folders.data().resolve("inputs").resolve(name + ".journal"));
            return new FolderConnection(name, settings, services, figures,
                    new FileReading(name, settings, points, services, sink, journal, figures)).start();
        } catch (IOException e) {
            throw new UncheckedIOException("connection " + name + " cannot keep its journal", e);
        }
    }
}
