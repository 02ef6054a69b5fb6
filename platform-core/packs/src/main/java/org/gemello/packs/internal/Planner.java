package org.gemello.packs.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gemello.api.pack.PackGrant;
import org.gemello.api.pack.PackPlan;
import org.gemello.api.pack.PackRequest;
import org.gemello.api.pack.PackSignature;
import org.gemello.gpack.PackManifest;
import org.gemello.gpack.SemanticVersion;
import org.gemello.packs.internal.Targets.Target;
import org.gemello.packs.internal.bundle.LoadedVersion;
import org.gemello.runtime.exchange.TwinOutlook;
import org.gemello.runtime.exchange.TypeExchange;

/** Says what a request would change. What only the loaded types know, their models and migrations, is added when they are there. */
final class Planner {
    private final RunningPacks running;
    private final TypeExchange exchange;

    Planner(RunningPacks running, TypeExchange exchange) {
        this.running = running;
        this.exchange = exchange;
    }

    PackPlan plan(PackRequest request, Target target) {
        return request.action() == PackRequest.Action.REMOVE ? removal(target) : change(request, target);
    }

    private PackPlan removal(Target target) {
        List<String> types = running.find(target.pack()).map(version -> version.types().stream().map(type -> type.id().value()).toList())
                .orElse(List.of());
        List<String> words = new ArrayList<>();
        words.add("Pack " + target.pack() + " " + target.from().version() + " goes.");
        words.add("Twins of " + types + " are parked; their state and history stay, and the log keeps what comes.");
        return new PackPlan(PackRequest.Action.REMOVE, target.pack(), target.from().version(), "", List.of(), List.of(), List.of(),
                new PackPlan.Permissions(List.of(), Grants.words(target.from().grant()), List.of()), List.of(), words);
    }

    private PackPlan change(PackRequest request, Target target) {
        Inspector.Inspection to = target.to();
        PackManifest manifest = to.manifest();
        PackGrant before = target.from() == null ? PackGrant.NONE : target.from().grant();
        PackPlan.Permissions permissions = Grants.difference(before, manifest.permissions(), target.grant());
        List<String> obstacles = new ArrayList<>(to.problems());
        if (!permissions.missing().isEmpty()) {
            obstacles.add("it asks for what has not been granted: " + String.join(", ", permissions.missing())
                    + "; grant it in the request, or do not install");
        }
        if (target.from() != null && target.from().sha256().equals(to.sha256())) {
            obstacles.add("this very file serves already");
        }
        obstacles.addAll(typesOfOthers(manifest));
        List<String> words = new ArrayList<>();
        String from = target.from() == null ? "" : target.from().version();
        words.add(target.from() == null ? "Pack " + manifest.id() + " " + manifest.version() + " is new here."
                : "Pack " + manifest.id() + " goes from " + from + " to " + manifest.version() + (isDown(from, manifest.version())
                        ? ", which is older." : "."));
        words.add(to.signature().sentence() + ".");
        words.addAll(changelog(manifest, from));
        words.add(permissions.added().isEmpty() ? "It asks for nothing that it may not do already." : "It asks for more: "
                + String.join(", ", permissions.added()) + ".");
        to.warnings().forEach(warning -> words.add(warning + "."));
        running.find(target.pack()).ifPresent(version -> dropped(version, manifest).forEach(words::add));
        return new PackPlan(request.action(), manifest.id(), from, manifest.version(), List.of(), List.of(), to.imports(), permissions,
                List.copyOf(obstacles), List.copyOf(words));
    }

    private List<String> typesOfOthers(PackManifest manifest) {
        List<String> words = new ArrayList<>();
        Map<String, LoadedVersion> others = running.all();
        others.forEach((pack, version) -> version.types().stream().map(type -> type.id().value())
                .filter(type -> !pack.equals(manifest.id()) && manifest.twinTypes().stream().anyMatch(own -> own.id().equals(type)))
                .forEach(type -> words.add("type " + type + " is served by pack " + pack + "; remove that one first")));
        return words;
    }

    private static List<String> dropped(LoadedVersion version, PackManifest manifest) {
        return version.types().stream().map(type -> type.id().value())
                .filter(type -> manifest.twinTypes().stream().noneMatch(own -> own.id().equals(type)))
                .map(type -> "Type " + type + " is not in it any more; its twins are parked.").toList();
    }

    private static boolean isDown(String from, String to) {
        return SemanticVersion.parse(to).compareTo(SemanticVersion.parse(from)) < 0;
    }

    private static List<String> changelog(PackManifest manifest, String from) {
        return manifest.changelog().stream()
                .filter(change -> from.isEmpty() ? change.version().equals(manifest.version()) : isDown(change.version(), from)
                        && isDown(manifest.version(), from)
                        || isDown(from, change.version()) && !isDown(manifest.version(), change.version()))
                .map(change -> (change.breaking() ? "Breaking in " : "In ") + change.version() + ": " + english(change.text())
                        + (change.migration().isEmpty() ? "" : " To do: " + english(change.migration()))).toList();
    }

    private static String english(Map<String, String> texts) {
        return texts.getOrDefault("en", texts.values().stream().collect(Collectors.joining(" ")));
    }

    /** The same plan with what the loaded types know. */
    PackPlan withTwins(PackPlan plan, LoadedVersion candidate) {
        List<TwinOutlook> outlooks = exchange.outlook(List.copyOf(candidate.types()));
        List<String> obstacles = new ArrayList<>(plan.obstacles());
        List<String> words = new ArrayList<>(plan.words());
        List<PackPlan.TwinChange> twins = outlooks.stream().map(twin -> new PackPlan.TwinChange(twin.twin().value(), twin.type(),
                twin.schema(),
                twin.becomes(), twin.how(), twin.possible())).toList();
        outlooks.stream().filter(twin -> !twin.possible()).forEach(twin -> (stands(twin) ? obstacles : words)
                .add("twin " + twin.twin() + " would be parked: " + twin.how()));
        List<String> models = outlooks.stream().flatMap(twin -> twin.model().stream().map(change -> twin.type() + ": " + change))
                .distinct().toList();
        words.add(twins.isEmpty() ? "No twin of its types is configured." : twins.size() + " twins are concerned: "
                + twins.stream().collect(Collectors.groupingBy(PackPlan.TwinChange::how, Collectors.counting())) + ".");
        models.forEach(change -> words.add("Model of " + change + "."));
        return new PackPlan(plan.action(), plan.id(), plan.from(), plan.to(), twins, models, plan.imports(), plan.permissions(),
                List.copyOf(obstacles),
                List.copyOf(words));
    }

    /**
     * What cannot be is an obstacle where somebody serves the type, or there is a state that would be lost; else the twin just stays
     * parked.
     */
    private boolean stands(TwinOutlook twin) {
        return exchange.health(twin.type()).isPresent() || twin.schema() > 0 && twin.schema() != twin.becomes();
    }

    /** True for a file that may be loaded only to look at it: what it is and who made it is not in doubt. */
    static boolean mayLoad(Target target) {
        return target.to() != null && target.to().problems().isEmpty() && target.to().signature().state() != PackSignature.State.TAMPERED;
    }
}
