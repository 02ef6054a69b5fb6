package org.gemello.shell.internal;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.gemello.api.job.JobView;
import org.gemello.api.job.Jobs;
import org.gemello.api.pack.PackGrant;
import org.gemello.api.pack.PackRequest;
import org.gemello.api.pack.Packs;
import org.gemello.api.pack.StagedPack;

/** A command about packs: what several of them need. */
abstract class PackCommand extends AuditedCommand {
    private static final long LOOK_MILLIS = 100;
    @Reference
    Packs packs;
    @Reference
    Jobs jobs;

    @Option(name = "--grant-all", description = "Grants all that the pack asks for; see it first with pack:plan")
    boolean grantAll;
    @Option(name = "--confirm", description = "Seconds for which a new version is watched before the old one is retired")
    int confirm = -1;
    @Option(name = "--no-wait", description = "Does not wait for the end; see job:list")
    boolean noWait;

    /** What lies in quarantine under this name, or else the file of this name, brought there. */
    final StagedPack staged(String pack) throws Exception {
        for (StagedPack staged : packs.staged()) {
            if (staged.handle().equals(pack)) {
                return staged;
            }
        }
        Path file = Path.of(pack);
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("there is no '" + pack + "', neither in quarantine (pack:list) nor as a file on the platform's machine");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return packs.stage(in, caller());
        }
    }

    final PackRequest install(String pack) throws Exception {
        StagedPack staged = staged(pack);
        return request(PackRequest.Action.INSTALL, staged.id(), staged.handle(), grantAll ? staged.asks() : null);
    }

    final PackRequest request(PackRequest.Action action, String id, String source, PackGrant grant) {
        return new PackRequest(action, id, source, grant, confirm < 0 ? null : Duration.ofSeconds(confirm));
    }

    /** Starts it and tells each step until it has ended; interrupting the command cancels the job. */
    final String run(PackRequest request) throws Exception {
        return follow(packs.start(request, caller()));
    }

    final String follow(JobView begun) throws Exception {
        if (noWait) {
            return "job " + begun.id() + " has begun; see job:list";
        }
        String told = "";
        JobView job = begun;
        try {
            while (!job.state().isEnd()) {
                if (!job.message().equals(told)) {
                    told = job.message();
                    System.out.println(told); // in a pipe the shell replaces System.out for this thread, and nothing else
                }
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
                job = jobs.job(begun.id()).orElseThrow();
            }
        } catch (InterruptedException e) {
            jobs.cancel(begun.id());
            throw e;
        }
        if (job.state() != JobView.State.DONE) {
            throw new IllegalStateException(job.state() + ": " + job.message());
        }
        return job.result();
    }
}
