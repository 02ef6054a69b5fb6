package org.gemello.rest.internal.mapping;

import org.gemello.api.backup.BackupView;
import org.gemello.api.exchange.ExportView;
import org.gemello.api.health.PlatformAlarms.PlatformAlarm;
import org.gemello.api.job.JobView;
import org.gemello.rest.internal.contract.BackupJson;
import org.gemello.rest.internal.contract.ExportJson;
import org.gemello.rest.internal.contract.JobJson;
import org.gemello.rest.internal.contract.PlatformAlarmJson;
import org.gemello.rest.internal.contract.SeverityJson;
import org.gemello.rest.internal.contract.TableFileJson;

/** Jobs, what came out of them, and alarms of the platform as the contract shows them. */
public final class JobMapping {
    private JobMapping() {
    }

    public static JobJson of(JobView job) {
        return new JobJson().id(job.id()).kind(job.kind()).title(job.title()).caller(job.caller())
                .state(JobJson.StateEnum.fromString(job.state().name())).progress(job.progress()).message(job.message()).result(job.result())
                .started(job.started()).ended(job.ended());
    }

    public static ExportJson of(ExportView export) {
        return new ExportJson().name(export.name()).time(export.time())
                .files(export.files().stream().map(file -> new TableFileJson().name(file.name()).bytes(file.bytes())).toList());
    }

    public static BackupJson of(BackupView backup) {
        return new BackupJson().name(backup.name()).time(backup.time()).bytes(backup.bytes()).encrypted(backup.encrypted());
    }

    public static PlatformAlarmJson of(PlatformAlarm alarm) {
        return new PlatformAlarmJson().name(alarm.name()).severity(SeverityJson.fromString(alarm.severity().name())).message(alarm.message())
                .since(alarm.since());
    }
}
