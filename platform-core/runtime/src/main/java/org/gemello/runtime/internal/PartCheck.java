package org.gemello.runtime.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gemello.api.PointDefinition;
import org.gemello.api.TwinId;
import org.gemello.api.twin.PartPoint;
import org.gemello.api.twin.PartSpec;
import org.gemello.api.twin.TwinModel;
import org.gemello.binding.TwinDefinition;
import org.gemello.binding.Units;

/** Holds the parts that the site gives a twin against its model. */
final class PartCheck {
    private final RuntimeContext context;
    private final TwinDefinition definition;
    private final TwinModel model;

    PartCheck(RuntimeContext context, TwinDefinition definition, TwinModel model) {
        this.context = context;
        this.definition = definition;
        this.model = model;
    }

    /** What is wrong, where, and what to do about it; empty where all is well. */
    Optional<String> objection() {
        return unknownRole().or(() -> model.parts().stream().flatMap(spec -> objection(spec).stream()).findFirst())
                .map(words -> (definition.place().isEmpty() ? "" : definition.place() + ": ") + "twin '" + definition.id() + "' " + words);
    }

    private Optional<String> unknownRole() {
        return definition.parts().keySet().stream().filter(role -> model.part(role).isEmpty()).findFirst()
                .map(role -> "has parts in the role '" + role + "', which " + definition.type() + " does not have; "
                        + (model.parts().isEmpty() ? "it has no parts: remove them"
                        : "write one of " + model.parts().stream().map(PartSpec::role).toList()));
    }

    private Optional<String> objection(PartSpec spec) {
        List<TwinId> parts = definition.parts().getOrDefault(spec.role(), List.of());
        if (parts.size() < spec.least() || parts.size() > spec.most()) {
            return Optional.of("has " + parts.size() + " parts in the role '" + spec.role() + "', and " + definition.type() + " wants "
                    + spec.least() + " to " + spec.most() + "; write them under parts: {" + spec.role() + ": [...]}");
        }
        return parts.stream().flatMap(part -> objection(spec, part).stream()).findFirst();
    }

    private Optional<String> objection(PartSpec spec, TwinId part) {
        String type = context.site().type(part).orElse(null);
        if (type == null) {
            return Optional.of("names '" + part + "' as its " + spec.role() + ", which is no twin of this site; define it in twins/");
        }
        if (!spec.takes(type)) {
            return Optional.of("names '" + part + "' as its " + spec.role() + ", which is of type " + type + "; it takes " + spec.types());
        }
        return context.bound(part).stream().flatMap(bound -> objection(spec, bound).stream()).findFirst();
    }

    private Optional<String> objection(PartSpec spec, PointDefinition bound) {
        String name = bound.id().name();
        for (PartPoint point : spec.points()) {
            if (point.name().equals(name) || point.former().contains(name)) {
                try {
                    Units.conversion(bound.unit(), point.unit());
                } catch (IllegalArgumentException e) {
                    return Optional.of("wants " + point.name() + " of its parts in '" + point.unit() + "', and " + bound.id() + " is bound in '"
                            + bound.unit() + "': " + e.getMessage() + "; correct the binding");
                }
            }
        }
        return Optional.empty();
    }
}
