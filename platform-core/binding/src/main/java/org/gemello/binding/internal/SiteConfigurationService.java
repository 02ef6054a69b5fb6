package org.gemello.binding.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.gemello.api.Folders;
import org.gemello.api.PointId;
import org.gemello.api.TwinId;
import org.gemello.api.health.HealthCheck;
import org.gemello.api.site.Site;
import org.gemello.api.site.SiteChange;
import org.gemello.api.site.SiteDocument;
import org.gemello.api.site.SiteEdit;
import org.gemello.api.site.SiteKind;
import org.gemello.api.site.SiteRefusedException;
import org.gemello.api.twin.ConfigurationSpec;
import org.gemello.binding.Binding;
import org.gemello.binding.BindingTemplate;
import org.gemello.binding.ConnectionDefinition;
import org.gemello.binding.PointBinding;
import org.gemello.binding.SiteConfiguration;
import org.gemello.binding.SiteDifference;
import org.gemello.binding.TwinDefinition;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes what is right in the configuration folder and says what is wrong: a wrong file does not stop the rest of the platform. Stays the same
 * service while the site changes.
 */
@Component(service = {SiteConfiguration.class, Site.class, HealthCheck.class}, immediate = true)
public final class SiteConfigurationService implements SiteConfiguration, Site, HealthCheck {
    private static final Logger LOG = LoggerFactory.getLogger(SiteConfigurationService.class);
    private static final int SHOWN_PROBLEMS = 20;
    private final LiveSite live;

    @Activate
    public SiteConfigurationService(BundleContext bundle) {
        this(Folders.config(), new SiteListeners(bundle), new DeclaredConfigurations(bundle));
    }

    SiteConfigurationService(Path folder, Consumer<SiteDifference> listeners, Supplier<Map<String, ConfigurationSpec>> declared) {
        live = new LiveSite(folder, listeners, declared);
        live.report().problems().forEach(problem -> LOG.error("Configuration left out: {}", problem));
        LOG.info("Configuration {}: {}", folder, summary());
    }

    private String summary() {
        return connections().size() + " connections, " + twins().size() + " twins, " + points() + " points";
    }

    @Override
    public Health health() {
        String read = summary();
        List<String> problems = live.report().problems();
        if (problems.isEmpty()) {
            return Health.well("configuration", read);
        }
        StringBuilder text = new StringBuilder(read).append("; ").append(problems.size()).append(" problems, their files are left out:");
        problems.stream().limit(SHOWN_PROBLEMS).forEach(problem -> text.append('\n').append(problem));
        if (problems.size() > SHOWN_PROBLEMS) {
            text.append("\nand ").append(problems.size() - SHOWN_PROBLEMS).append(" more, see the platform's log");
        }
        boolean nothingRead = connections().isEmpty() && twins().isEmpty();
        return new Health("configuration", !nothingRead, true, text.toString());
    }

    private int points() {
        SiteConfiguration site = now();
        return site.connections().stream().flatMap(c -> site.bindings(c.name()).stream()).mapToInt(b -> b.points().size()).sum();
    }

    @Override
    public SiteConfiguration now() {
        return live.report().configuration();
    }

    @Override
    public List<SiteDocument> documents() {
        return live.documents();
    }

    @Override
    public Optional<SiteDocument> document(SiteKind kind, String name) {
        return live.document(kind, name);
    }

    @Override
    public SiteChange change(List<SiteEdit> edits, boolean dryRun) throws SiteRefusedException {
        return live.change(edits, dryRun);
    }

    @Override
    public SiteChange reload() {
        SiteChange change = live.reload();
        live.report().problems().forEach(problem -> LOG.error("Configuration left out: {}", problem));
        return change;
    }

    @Override
    public List<ConnectionDefinition> connections() {
        return now().connections();
    }

    @Override
    public Optional<ConnectionDefinition> connection(String name) {
        return now().connection(name);
    }

    @Override
    public List<TwinDefinition> twins() {
        return now().twins();
    }

    @Override
    public Optional<TwinDefinition> twin(TwinId id) {
        return now().twin(id);
    }

    @Override
    public List<Binding> bindings(String connection) {
        return now().bindings(connection);
    }

    @Override
    public List<BindingTemplate> templates(String connection) {
        return now().templates(connection);
    }

    @Override
    public Optional<PointBinding> point(PointId id) {
        return now().point(id);
    }
}
