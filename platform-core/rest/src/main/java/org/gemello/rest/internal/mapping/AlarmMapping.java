package org.gemello.rest.internal.mapping;

import org.gemello.api.alarm.AlarmRecord;
import org.gemello.api.alarm.AlarmView;
import org.gemello.rest.internal.contract.AlarmActionJson;
import org.gemello.rest.internal.contract.AlarmHandlingJson;
import org.gemello.rest.internal.contract.AlarmRecordEventJson;
import org.gemello.rest.internal.contract.AlarmRecordJson;
import org.gemello.rest.internal.contract.AlarmStateJson;
import org.gemello.rest.internal.contract.SeverityJson;
import org.gemello.rest.internal.contract.StandingAlarmJson;

/** Alarms as operators see them, as the contract shows them. */
public final class AlarmMapping {
    private AlarmMapping() {
    }

    public static StandingAlarmJson of(AlarmView alarm) {
        return new StandingAlarmJson().source(alarm.source().value()).name(alarm.name()).message(alarm.message()).since(alarm.since())
                .severity(SeverityJson.fromValue(alarm.severity().name())).active(alarm.active()).acknowledged(alarm.acknowledged())
                .state(AlarmStateJson.fromValue(alarm.state().name())).aside(of(alarm.aside())).handling(of(alarm.handling()));
    }

    /** What happened to an alarm. */
    public static AlarmRecordJson of(AlarmRecord record) {
        return new AlarmRecordJson().offset(record.offset()).source(record.source().value()).alarm(record.alarm())
                .event(AlarmRecordEventJson.fromValue(record.event().name()))
                .severity(record.severity() == null ? null : SeverityJson.fromValue(record.severity().name())).text(record.text())
                .by(Texts.orAbsent(record.by())).until(record.until()).time(record.time());
    }

    private static AlarmHandlingJson of(AlarmView.Handling handling) {
        return handling == null ? null : new AlarmHandlingJson().action(AlarmActionJson.fromValue(handling.action().name()))
                .by(Texts.orAbsent(handling.by())).reason(Texts.orAbsent(handling.reason())).time(handling.time()).until(handling.until());
    }
}
