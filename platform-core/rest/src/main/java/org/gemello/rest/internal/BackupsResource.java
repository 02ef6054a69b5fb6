package org.gemello.rest.internal;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.gemello.api.Role;
import org.gemello.api.backup.BackupView;
import org.gemello.rest.internal.contract.BackupJson;
import org.gemello.rest.internal.contract.BackupsApi;
import org.gemello.rest.internal.contract.JobJson;
import org.gemello.rest.internal.mapping.JobMapping;
import org.gemello.rest.internal.problem.Asked;
import org.gemello.rest.internal.request.Page;
import org.gemello.rest.internal.request.Requester;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsExtensionSelect;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Backups of the whole platform. */
@Component(service = BackupsResource.class, scope = ServiceScope.PROTOTYPE)
@JakartarsResource
@JakartarsExtensionSelect(ApiFeature.SELECT)
public class BackupsResource implements BackupsApi {
    private final Platform platform;
    private final Permits permits;
    @Context
    private SecurityContext security;

    @Activate
    public BackupsResource(@Reference Platform platform, @Reference Permits permits) {
        this.platform = platform;
        this.permits = permits;
    }

    @Override
    public List<BackupJson> listBackups(Integer limit, String cursor) {
        return Page.following(platform.backups().backups(), BackupView::name, cursor, limit).map(JobMapping::of);
    }

    @Override
    public JobJson startBackup() {
        Requester requester = permits.require(Role.ADMINISTRATOR, security, "backup.make", "platform", "");
        return JobMapping.of(Asked.of("body", () -> platform.backups().backup(requester.caller())));
    }

    @Override
    public JobJson verifyBackup(String backup) {
        Requester requester = permits.require(Role.ADMINISTRATOR, security, "backup.verify", backup, "");
        if (platform.backups().file(backup).isEmpty()) {
            throw Asked.notFound("there is no backup '" + backup + "'");
        }
        return JobMapping.of(Asked.of("backup", () -> platform.backups().verify(backup, requester.caller())));
    }

    @Override
    public void deleteBackup(String backup) {
        permits.require(Role.ADMINISTRATOR, security, "backup.delete", backup, "");
        try {
            if (!platform.backups().delete(backup)) {
                throw Asked.notFound("there is no backup '" + backup + "'");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
