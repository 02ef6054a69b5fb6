package org.gemello.rest.internal.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gemello.api.TwinId;
import org.gemello.api.twin.Alarm;
import org.gemello.api.twin.TwinView;
import org.gemello.rest.internal.contract.AlarmJson;
import org.gemello.rest.internal.contract.RelationJson;
import org.gemello.rest.internal.contract.RelationsJson;
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

    /** Without values, and with the alarms that are active alone: for a list of many. */
    public static TwinJson brief(TwinView twin) {
        return new TwinJson().id(twin.id().value()).name(twin.name()).type(twin.type())
                .status(TwinStatusJson.fromValue(twin.status().name())).reason(Texts.orAbsent(twin.reason())).applied(twin.applied())
                .state(List.of()).alarms(twin.alarms().stream().filter(Alarm::active).map(TwinMapping::of).toList()).parts(parts(twin));
    }

    /** @param all twins by id */
    public static RelationsJson relations(TwinView twin, List<TwinView> all) {
        RelationsJson relations = new RelationsJson().parts(new ArrayList<>()).partOf(new ArrayList<>());
        twin.parts().forEach((role, parts) -> parts.forEach(part -> relations.addPartsItem(relation(role, part))));
        all.forEach(whole -> whole.parts().forEach((role, parts) -> {
            if (parts.contains(twin.id())) {
                relations.addPartOfItem(relation(role, whole.id()));
            }
        }));
        return relations;
    }

    private static RelationJson relation(String role, TwinId other) {
        return new RelationJson().role(role).twin(other.value());
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
