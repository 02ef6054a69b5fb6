package org.gemello.packs.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.gemello.api.Caller;
import org.gemello.api.Role;
import org.gemello.api.TraceId;
import org.gemello.api.job.JobView;
import org.gemello.api.job.Jobs;
import org.gemello.api.pack.BindingFile;
import org.gemello.api.pack.PackLogFilter;
import org.gemello.api.pack.PackLogLine;
import org.gemello.api.pack.PackOffer;
import org.gemello.api.pack.PackOperation;
import org.gemello.api.pack.PackPlan;
import org.gemello.api.pack.PackRefusedException;
import org.gemello.api.pack.PackRequest;
import org.gemello.api.pack.PackView;
import org.gemello.api.pack.Packs;
import org.gemello.api.pack.Publisher;
import org.gemello.api.pack.StagedPack;
import org.gemello.api.pack.ViewFile;
import org.gemello.gpack.PackTrust;
import org.gemello.packs.internal.log.PackLogBook;
import org.gemello.packs.internal.store.ActivePacks.Active;
import org.gemello.security.Audit;
import org.gemello.security.AuditEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one door to packs: asks who comes, writes it to the audit log, and hands on. */
final class PackManager implements Packs {
    private static final Logger LOG = LoggerFactory.getLogger(PackManager.class);
    private final Workshop shop;
    private final Operations operations;
    private final Verification verification;
    private final Shelf shelf;
    private final PackTrust trust;
    private final PackRepositories repositories;
    private final Jobs jobs;
    private final Audit audit;
    private final PackLogBook log;

    PackManager(Workshop shop, Operations operations, Verification verification, Shelf shelf, PackTrust trust,
            PackRepositories repositories, Jobs jobs,
            Audit audit, PackLogBook log) {
        this.shop = shop;
        this.operations = operations;
        this.verification = verification;
        this.shelf = shelf;
        this.trust = trust;
        this.repositories = repositories;
        this.jobs = jobs;
        this.audit = audit;
        this.log = log;
    }

    private void allow(Caller caller, String action, String object, String reason) {
        allow(caller, Role.ADMINISTRATOR, action, object, reason);
    }

    private void allow(Caller caller, Role needed, String action, String object, String reason) {
        boolean may = caller.may(needed);
        audit.record(new AuditEvent(caller.name(), "pack." + action, object, may ? AuditEvent.Outcome.ALLOWED : AuditEvent.Outcome.REFUSED,
                reason, TraceId.NONE));
        if (!may) {
            throw new SecurityException("to " + action + " packs needs the role " + needed + ", which " + caller.name() + " does not hold");
        }
    }

    @Override
    public List<PackView> packs() {
        List<PackView> views = new ArrayList<>();
        shop.active().all().forEach((id, active) -> view(id, active).ifPresent(views::add));
        return views;
    }

    private Optional<PackView> view(String id, Active active) {
        try {
            return Optional.of(shelf.view(id, active));
        } catch (IOException e) {
            LOG.error("pack {} cannot be shown", id, e);
            return Optional.empty();
        }
    }

    @Override
    public Optional<PackView> pack(String id) {
        return shop.active().find(id).flatMap(active -> view(id, active));
    }

    @Override
    public StagedPack stage(InputStream file, Caller caller) throws IOException, PackRefusedException {
        allow(caller, Role.VENDOR, "stage", "quarantine", "");
        return stage(file);
    }

    private StagedPack stage(InputStream file) throws IOException, PackRefusedException {
        String handle = shop.quarantine().add(file);
        try {
            return shelf.staged(handle);
        } catch (IOException | PackRefusedException | RuntimeException e) {
            shop.quarantine().remove(handle);
            throw e;
        }
    }

    @Override
    public List<StagedPack> staged() {
        return shelf.staged();
    }

    @Override
    public boolean discard(String handle, Caller caller) throws IOException {
        allow(caller, "discard", handle, "");
        return shop.quarantine().remove(handle);
    }

    @Override
    public PackPlan plan(PackRequest request) throws IOException {
        return operations.plan(request);
    }

    @Override
    public JobView start(PackRequest request, Caller caller) throws IOException {
        String what = shop.targets().find(request).pack();
        allow(caller, request.action().toString().toLowerCase(Locale.ROOT), what,
                String.valueOf(request.source()) + (request.grant() == null ? "" : " with " + Grants.words(request.grant())));
        return operations.start(request, caller.name());
    }

    @Override
    public JobView verify(String id, Caller caller) throws IOException {
        Path file = shelf.file(id);
        allow(caller, "verify", id, "");
        return jobs.start(JOB, "verify " + id, caller.name(), progress -> operations.inTurn(progress, () -> {
            progress.at(0.1, "hashes, signature and acceptance tests");
            return verification.verify(file);
        }));
    }

    @Override
    public List<PackOperation> operations() {
        return shop.history().all();
    }

    @Override
    public Optional<byte[]> file(String id, String path) throws IOException {
        return shelf.content(id, path);
    }

    @Override
    public List<ViewFile> views() {
        List<ViewFile> views = new ArrayList<>();
        shop.active().all().forEach((id, active) -> {
            try {
                views.addAll(shelf.views(id, active));
            } catch (IOException e) {
                LOG.error("the views of pack {} cannot be shown", id, e);
            }
        });
        return views;
    }

    @Override
    public List<BindingFile> bindings() {
        List<BindingFile> bindings = new ArrayList<>();
        shop.active().all().forEach((id, active) -> {
            try {
                bindings.addAll(shelf.bindings(id, active));
            } catch (IOException e) {
                LOG.error("the bindings that pack {} brings cannot be shown", id, e);
            }
        });
        return bindings;
    }

    @Override
    public List<PackLogLine> log(String id, PackLogFilter filter) {
        return log.lines(id, filter);
    }

    @Override
    public Map<String, Long> logged() {
        return log.newest();
    }

    @Override
    public List<Publisher> publishers() {
        try {
            return trust.publishers();
        } catch (IOException e) {
            LOG.error("the trusted publishers cannot be read", e);
            return List.of();
        }
    }

    @Override
    public Publisher trust(String publisher, String pem, Caller caller) throws IOException {
        allow(caller, "trust", publisher, "");
        Publisher trusted = trust.trust(publisher, pem);
        shelf.forget();
        return trusted;
    }

    @Override
    public boolean revoke(String key, Caller caller) throws IOException {
        allow(caller, "revoke", key, "");
        boolean revoked = trust.revoke(key);
        shelf.forget();
        return revoked;
    }

    @Override
    public List<PackOffer> search(String text) throws IOException {
        Map<String, Active> installed = shop.active().all();
        return repositories.search(text, id -> Optional.ofNullable(installed.get(id)).map(Active::version).orElse(""));
    }

    @Override
    public StagedPack fetch(String repository, String id, String version, Caller caller) throws IOException, PackRefusedException {
        allow(caller, "fetch", id + '@' + version, repository);
        try (InputStream file = repositories.fetch(repository, id, version)) {
            return stage(file);
        }
    }
}
