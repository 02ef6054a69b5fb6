package org.gemello.rest.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.gemello.api.Caller;
import org.gemello.api.PointId;
import org.gemello.api.TwinId;
import org.gemello.api.backup.BackupView;
import org.gemello.api.backup.Backups;
import org.gemello.api.connection.CertificateTrust;
import org.gemello.api.connection.DeadLetters;
import org.gemello.api.connection.EndpointDiscovery;
import org.gemello.api.exchange.ExportRequest;
import org.gemello.api.exchange.ExportView;
import org.gemello.api.exchange.HistoryExchange;
import org.gemello.api.exchange.ImportRequest;
import org.gemello.api.health.PlatformAlarms;
import org.gemello.api.job.JobView;
import org.gemello.api.job.JobView.State;
import org.gemello.api.job.Jobs;
import org.gemello.api.twin.Severity;

/** Letters, certificates, jobs, exports and backups: one of each. */
final class FakeOffice implements DeadLetters, CertificateTrust, EndpointDiscovery {
    static final String THUMBPRINT = "0123456789abcdef0123456789abcdef01234567";
    private static final Instant NOON = FakePlatform.NOON;
    final List<String> done = new ArrayList<>();
    ExportRequest exported;
    ImportRequest imported;
    Path file;
    final FakeJobs jobs = new FakeJobs();
    final FakeExchange exchange = new FakeExchange();
    final FakeBackups backups = new FakeBackups();
    final FakeAlarms alarms = new FakeAlarms();

    @Override
    public void add(String connection, String source, byte[] payload, String cause) {
        throw new UnsupportedOperationException("the API only reads letters");
    }

    @Override
    public List<DeadLetter> latest(int limit) {
        return List.of(letter(8).orElseThrow(), letter(7).orElseThrow());
    }

    @Override
    public Optional<DeadLetter> letter(long number) {
        return switch ((int) number) {
            case 7 -> Optional.of(new DeadLetter(7, NOON, "lab", "push", new byte[] {1, 2, 3}, "not JSON"));
            case 8 -> Optional.of(new DeadLetter(8, NOON, "lab", "push", new byte[0], "empty"));
            case 9 -> Optional.of(new DeadLetter(9, NOON, "mast", "a/b", new byte[1], "not JSON"));
            default -> Optional.empty();
        };
    }

    @Override
    public List<Certificate> certificates() {
        return List.of(new Certificate(THUMBPRINT, Standing.REJECTED, "CN=plant", "CN=plant", "urn:plant", NOON, NOON));
    }

    @Override
    public void approve(String thumbprint) {
        if (!thumbprint.equals(THUMBPRINT)) {
            throw new NoSuchElementException("no certificate " + thumbprint + " was rejected");
        }
        done.add("approve");
    }

    @Override
    public void revoke(String thumbprint) {
        done.add("revoke");
    }

    @Override
    public List<Endpoint> endpoints(String url) {
        if (url.contains("gone")) {
            throw new IllegalStateException("no answer from " + url);
        }
        return List.of(new Endpoint(url, "Basic256Sha256", "SignAndEncrypt", 20, List.of("user"), THUMBPRINT, "Plant"));
    }

    static JobView job(String id, State state) {
        return new JobView(id, "history-export", "Export", "operator", state, 0.5, "half", "", NOON, state.isEnd() ? NOON : null);
    }

    /** Job 1 runs, job 2 has ended. */
    final class FakeJobs implements Jobs {
        @Override
        public JobView start(String kind, String title, String caller, Work work) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<JobView> jobs() {
            return List.of(FakeOffice.job("j2", State.DONE), FakeOffice.job("j1", State.RUNNING));
        }

        @Override
        public Optional<JobView> job(String id) {
            return jobs().stream().filter(job -> job.id().equals(id)).findFirst();
        }

        @Override
        public boolean cancel(String id) {
            done.add("cancel " + id);
            return id.equals("j1");
        }
    }

    /** Remembers what was asked. */
    final class FakeExchange implements HistoryExchange {
        @Override
        public JobView export(ExportRequest request, Caller caller) {
            if (request.twin() != null && request.twin().value().equals("full")) {
                throw new IllegalStateException("the disk is too full for exports");
            }
            exported = request;
            return FakeOffice.job("j1", State.WAITING);
        }

        @Override
        public JobView importFrom(ImportRequest request, Caller caller) {
            imported = request;
            return FakeOffice.job("j1", State.WAITING);
        }

        @Override
        public String receive(String name, InputStream content) throws IOException {
            done.add("received " + content.readAllBytes().length);
            return "imports/" + name;
        }

        @Override
        public List<ExportView> exports() {
            return List.of(new ExportView("history-1", NOON, List.of(new ExportView.TableFile("samples.csv", 12))));
        }

        @Override
        public Optional<Set<PointId>> points(String export) {
            return Optional.of(Set.of(new PointId(new TwinId("wt-01"), "WTUR.W")));
        }

        @Override
        public Optional<Path> file(String export, String table) {
            return Optional.ofNullable(export.equals("history-1") ? file : null);
        }

        @Override
        public boolean delete(String export) {
            return export.equals("history-1");
        }
    }

    /** Has one backup. */
    final class FakeBackups implements Backups {
        @Override
        public JobView backup(Caller caller) {
            return FakeOffice.job("j1", State.WAITING);
        }

        @Override
        public JobView verify(String name, Caller caller) {
            return FakeOffice.job("j1", State.WAITING);
        }

        @Override
        public List<BackupView> backups() {
            return List.of(new BackupView("b.zip", NOON, 7, true));
        }

        @Override
        public Optional<Path> file(String name) {
            return name.equals("b.zip") && file != null && Files.exists(file) ? Optional.of(file) : Optional.empty();
        }

        @Override
        public boolean delete(String name) {
            return name.equals("b.zip");
        }
    }

    /** One is active. */
    static final class FakeAlarms implements PlatformAlarms {
        @Override
        public void raise(String name, Severity severity, String message) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void clear(String name, String message) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<PlatformAlarm> active() {
            return List.of(new PlatformAlarm("disk.usage", Severity.HIGH, "93 % full", NOON));
        }
    }
}
