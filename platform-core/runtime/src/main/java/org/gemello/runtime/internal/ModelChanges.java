package org.gemello.runtime.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gemello.api.PointDefinition;
import org.gemello.api.twin.CommandSpec;
import org.gemello.api.twin.PartSpec;
import org.gemello.api.twin.PointSpec;
import org.gemello.api.twin.TwinModel;
import org.gemello.binding.Units;

/** The difference between two models in words, for people who decide about an update. */
final class ModelChanges {
    private ModelChanges() {
    }

    /**
     * One sentence for each point or command that changes.
     *
     * @param door  of the model after, for its names
     * @param bound what the site binds
     */
    static List<String> of(TwinModel before, TwinModel after, Intake door, List<PointDefinition> bound) {
        List<String> words = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (PointSpec old : before.points()) {
            String name = door.presentName(old.name());
            known.add(name);
            boolean isBound = bound.stream().anyMatch(point -> point.id().name().equals(old.name()));
            after.point(name).ifPresentOrElse(now -> changed(old, now, isBound, words), () -> words.add(removed(old, isBound)));
        }
        after.points().stream().filter(point -> !known.contains(point.name()))
                .forEach(point -> words.add("point " + point.name() + " (" + point.unit() + ") is added"));
        commands(before, after, words);
        parts(before, after, words);
        return words;
    }

    private static String removed(PointSpec old, boolean isBound) {
        String words = "point " + old.name() + " (" + old.unit() + ") is removed; its history stays";
        return isBound ? words + ", and the site binds it: what comes is kept in the history, but the twin no longer works with it" : words;
    }

    private static void changed(PointSpec old, PointSpec now, boolean isBound, List<String> words) {
        if (!old.name().equals(now.name())) {
            words.add("point " + old.name() + " is renamed " + now.name() + (isBound ? "; bindings of " + old.name() + " go on feeding it" : ""));
        }
        if (!old.unit().equals(now.unit())) {
            words.add("point " + now.name() + " changes its unit from " + old.unit() + " to " + now.unit() + unit(old, now));
        }
        if (old.role() != now.role()) {
            words.add("point " + now.name() + " was " + old.role() + " and is " + now.role() + " now");
        }
        if (old.low() != now.low() || old.high() != now.high()) {
            words.add("point " + now.name() + " is plausible from " + now.low() + " to " + now.high() + " " + now.unit() + " now, it was from "
                    + old.low() + " to " + old.high() + " " + old.unit());
        }
    }

    private static String unit(PointSpec old, PointSpec now) {
        try {
            Units.conversion(old.unit(), now.unit());
            return "; values are converted, those of the past too";
        } catch (IllegalArgumentException e) {
            return "; this is another quantity: values of the past cannot be converted (" + e.getMessage() + ")";
        }
    }

    private static void commands(TwinModel before, TwinModel after, List<String> words) {
        for (CommandSpec old : before.commands()) {
            Optional<CommandSpec> now = after.command(old.name());
            if (now.isEmpty()) {
                words.add("command " + old.name() + " is removed");
            } else if (!now.get().equals(old)) {
                words.add("command " + old.name() + " changes its parameters or limits");
            }
        }
        after.commands().stream().filter(command -> before.command(command.name()).isEmpty())
                .forEach(command -> words.add("command " + command.name() + " is added"));
    }

    private static void parts(TwinModel before, TwinModel after, List<String> words) {
        for (PartSpec old : before.parts()) {
            Optional<PartSpec> now = after.part(old.role());
            if (now.isEmpty()) {
                words.add("role " + old.role() + " of parts is removed; who has such parts is parked until they are taken out of the site's files");
            } else if (!now.get().equals(old)) {
                words.add("role " + old.role() + " of parts changes: who may take it, how many, or which points are wanted");
            }
        }
        after.parts().stream().filter(part -> before.part(part.role()).isEmpty()).forEach(part -> words.add("role " + part.role()
                + " of parts is added" + (part.least() > 0 ? "; at least " + part.least() + " are wanted" : "")));
    }
}
