package org.gemello.binding.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gemello.api.Folders;
import org.gemello.api.PointId;
import org.gemello.api.health.HealthCheck;
import org.gemello.binding.Binding;
import org.gemello.binding.BindingTemplate;
import org.gemello.binding.ConnectionDefinition;
import org.gemello.binding.PointBinding;
import org.gemello.binding.SiteConfiguration;
import org.gemello.binding.SiteReader;
import org.gemello.binding.SiteReport;
import org.gemello.binding.TwinDefinition;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes what is right in the configuration folder and says what is wrong: a wrong file does not stop the rest of the platform. */
@Component(service = {SiteConfiguration.class, HealthCheck.class}, immediate = true)
public final class SiteConfigurationService implements SiteConfiguration, HealthCheck {
    private static final Logger LOG = LoggerFactory.getLogger(SiteConfigurationService.class);
    private static final int SHOWN_PROBLEMS = 20;
    private final SiteConfiguration site;
    private final Health health;

    @Activate
    public SiteConfigurationService() {
        this(Folders.config());
    }

    SiteConfigurationService(Path folder) {
        SiteReport report = SiteReader.read(folder);
        report.problems().forEach(problem -> LOG.error("Configuration left out: {}", problem));
        site = report.configuration();
        String read = site.connections().size() + " connections, " + site.twins().size() + " twins, " + points() + " points";
        LOG.info("Configuration {}: {}", folder, read);
        health = health(read, report.problems());
    }

    private Health health(String read, List<String> problems) {
        if (problems.isEmpty()) {
            return Health.well("configuration", read);
        }
        StringBuilder text = new StringBuilder(read).append("; ").append(problems.size()).append(" problems, their files are left out:");
        problems.stream().limit(SHOWN_PROBLEMS).forEach(problem -> text.append('\n').append(problem));
        if (problems.size() > SHOWN_PROBLEMS) {
            text.append("\nand ").append(problems.size() - SHOWN_PROBLEMS).append(" more, see the platform's log");
        }
        boolean nothingRead = site.connections().isEmpty() && site.twins().isEmpty();
        return new Health("configuration", !nothingRead, true, text.toString());
    }

    private int points() {
        return site.connections().stream().flatMap(c -> site.bindings(c.name()).stream()).mapToInt(b -> b.points().size()).sum();
    }

    @Override
    public Health health() {
        return health;
    }

    @Override
    public List<ConnectionDefinition> connections() {
        return site.connections();
    }

    @Override
    public Optional<ConnectionDefinition> connection(String name) {
        return site.connection(name);
    }

    @Override
    public List<TwinDefinition> twins() {
        return site.twins();
    }

    @Override
    public List<Binding> bindings(String connection) {
        return site.bindings(connection);
    }

    @Override
    public List<BindingTemplate> templates(String connection) {
        return site.templates(connection);
    }

    @Override
    public Optional<PointBinding> point(PointId id) {
        return site.point(id);
    }
}
