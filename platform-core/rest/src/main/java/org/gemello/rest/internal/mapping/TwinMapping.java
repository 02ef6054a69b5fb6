package org.gemello.rest.internal.mapping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gemello.api.TwinId;
import org.gemello.api.twin.Alarm;
import org.gemello.api.twin.TwinView;
import org.gemello.rest.internal.contract.AlarmJson;
import org.gemello.rest.internal.contract.SeverityJson;
import org.gemello.rest.internal.contract.TwinJson;
import org.gemello.rest.internal.contract.TwinStatusJson;

/** Twins as the contract shows them. */
public final class TwinMapping {
    private TwinMapping() {
    }

    /** Without the model, as in a list. */
    public static TwinJson summary(TwinView twin) {
        return new TwinJson().id(twin.id().value()).name(twin.name()).type(twin.type())
                .status(TwinStatusJson.fromValue(twin.status().name())).reason(Texts.orAbsent(twin.reason())).applied(twin.applied())
                .state(twin.state().values().stream().map(SampleMapping::of).toList())
                .alarms(twin.alarms().stream().map(TwinMapping::of).toList()).parts(parts(twin));
    }

    private static Map<String, List<String>> parts(TwinView twin) {
        if (twin.parts().isEmpty()) {
            return null;
        }
        Map<String, List<String>> parts = new LinkedHashMap<>();
        twin.parts().forEach((role, twins) -> parts.put(role, twins.stream().map(TwinId::value).toList()));
        return parts;
    }

    public static TwinJson of(TwinView twin) {
        return summary(twin).model(ModelMapping.of(twin.model()));
    }

    public static AlarmJson of(Alarm alarm) {
        return new AlarmJson().name(alarm.name()).active(alarm.active()).severity(SeverityJson.fromValue(alarm.severity().name()))
                .message(alarm.message()).since(alarm.since());
    }
}
