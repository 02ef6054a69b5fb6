package org.gemello.rest.internal;

import jakarta.ws.rs.ServiceUnavailableException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gemello.api.alarm.AlarmJournal;
import org.gemello.api.alarm.Alarms;
import org.gemello.api.backup.Backups;
import org.gemello.api.command.Commands;
import org.gemello.api.connection.CertificateTrust;
import org.gemello.api.connection.ConnectionProbes;
import org.gemello.api.connection.Connections;
import org.gemello.api.connection.DeadLetters;
import org.gemello.api.connection.EndpointDiscovery;
import org.gemello.api.demo.DemoPlants;
import org.gemello.api.exchange.HistoryExchange;
import org.gemello.api.health.HealthCheck.Health;
import org.gemello.api.health.PlatformAlarms;
import org.gemello.api.history.History;
import org.gemello.api.job.Jobs;
import org.gemello.api.log.SampleLog;
import org.gemello.api.pack.Packs;
import org.gemello.api.proposal.Proposals;
import org.gemello.api.site.Site;
import org.gemello.api.trace.Traces;
import org.gemello.api.twin.TwinModel;
import org.gemello.api.twin.TwinRegistry;

/**
 * The services that the API speaks for. Each may come and go while the API stays up: one that is not there gives a
 * {@link ServiceUnavailableException}, and says so in the health.
 */
public interface Platform {
    TwinRegistry twins();

    Commands commands();

    Proposals proposals();

    History history();

    Connections connections();

    Traces traces();

    SampleLog log();

    DeadLetters deadLetters();

    CertificateTrust certificates();

    EndpointDiscovery discovery();

    Jobs jobs();

    HistoryExchange exchange();

    Backups backups();

    PlatformAlarms alarms();

    /** All alarms with what people did about them. */
    Alarms handledAlarms();

    /** What happened to alarms. */
    AlarmJournal alarmJournal();

    Packs packs();

    Site site();

    /** The same, for what is told without it where it is not there. */
    Optional<Site> siteIfPresent();

    ConnectionProbes probes();

    DemoPlants demoPlants();

    /** What twins of each installed type are made of, by type. */
    Map<String, TwinModel> models();

    /** What every part says of itself, by name; a missing service is a part that is not ready. */
    List<Health> health();
}
