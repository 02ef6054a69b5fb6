package org.gemello.binding.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gemello.api.TwinId;
import org.gemello.binding.Binding;
import org.gemello.binding.BindingTemplate;
import org.gemello.binding.ConnectionDefinition;
import org.gemello.binding.Placeholders;
import org.gemello.binding.SiteConfiguration;
import org.gemello.binding.SiteReport;
import org.gemello.binding.TwinDefinition;

/** One reading of the whole folder: each file for itself, then what files say of each other, then what is left without problems. */
public final class FolderReading {
    private final Problems problems = new Problems();
    private final ConfigurationFiles files;
    /** Subfolders of which not every file could be read as YAML. */
    private final Set<String> incomplete = new HashSet<>();

    /** By name, files that need not be read once more. */
    private final Map<String, SourceText> known;
    private final List<SourceText> texts = new ArrayList<>();

    private FolderReading(Path folder, Map<String, Optional<String>> changes, Map<String, SourceText> known) {
        this.known = known;
        this.files = new ConfigurationFiles(folder.toAbsolutePath().normalize(), changes, problems);
    }

    public static SiteReport of(Path folder) {
        return new FolderReading(folder, Map.of(), Map.of()).report();
    }

    static ReadSite whole(Path folder) {
        return new FolderReading(folder, Map.of(), Map.of()).read();
    }

    /** The folder as it would be with other texts in some of its files, the others as they were read before. */
    static ReadSite changed(Path folder, Map<String, Optional<String>> changes, ReadSite before) {
        Map<String, SourceText> known = before.texts().stream().filter(text -> !changes.containsKey(text.name()))
                .collect(Collectors.toMap(SourceText::name, Function.identity()));
        return new FolderReading(folder, changes, known).read();
    }

    /** Texts that are in no folder. */
    static SiteReport of(Path nowhere, Map<String, Optional<String>> texts) {
        return new FolderReading(nowhere, texts, Map.of()).report();
    }

    private ReadSite read() {
        SiteReport report = report();
        return new ReadSite(report, Documents.of(texts), texts, problems);
    }

    private SiteReport report() {
        List<Placed<ConnectionDefinition>> connections = mappings("connections").stream()
                .map(file -> ConnectionFile.read(file, problems)).flatMap(Optional::stream).toList();
        List<TwinFile> twinFiles = mappings("twins").stream().map(file -> TwinFile.read(file, problems)).toList();
        List<Placed<TwinDefinition>> twins = twinFiles.stream().flatMap(file -> file.twins().stream()).toList();
        List<Placed<PartUse>> parts = twinFiles.stream().flatMap(file -> file.parts().stream()).toList();
        Map<String, ConnectionKind> kinds = kinds(connections);
        List<BindingFile> bindings = mappings("bindings").stream().map(file -> BindingFile.read(file, kinds, problems)).toList();
        CrossChecks checks = new CrossChecks(problems);
        checks.refuseDoubles("connection '%s' is defined", connections.stream(), ConnectionDefinition::name);
        checks.refuseDoubles("twin '%s' is defined", twins.stream(), TwinDefinition::id);
        checks.refuseDoubles("point '%s' is bound", bindings.stream().flatMap(file -> file.points().stream()), p -> p.point().id());
        checks.refuseDoubles("in one twin the part '%s' is named", parts.stream(), PartUse::inWords);
        checks.refuseCycles(parts);
        refuseUnknown(connections, twins, parts, bindings, checks);
        return new SiteReport(withoutProblems(connections, twins, bindings), problems.texts());
    }

    private List<YamlMapping> mappings(String subfolder) {
        int before = problems.count();
        List<YamlMapping> found = new ArrayList<>();
        for (ConfigurationFiles.Source file : files.in(subfolder)) {
            Optional.ofNullable(known.get(file.name())).or(() -> YamlFile.read(file, problems)).ifPresent(text -> {
                texts.add(text);
                found.add(new YamlMapping(text.name(), text.top(), problems));
            });
        }
        if (problems.count() > before) {
            incomplete.add(subfolder);
        }
        return found;
    }

    private static Map<String, ConnectionKind> kinds(List<Placed<ConnectionDefinition>> connections) {
        Map<String, ConnectionKind> kinds = new HashMap<>();
        connections.forEach(c -> ConnectionKind.of(c.value().kind()).ifPresent(kind -> kinds.putIfAbsent(c.value().name(), kind)));
        return kinds;
    }

    /** Where a file could not be read at all, nobody knows what it defines; its own problem is enough then. */
    private void refuseUnknown(List<Placed<ConnectionDefinition>> connections, List<Placed<TwinDefinition>> twins,
                               List<Placed<PartUse>> parts, List<BindingFile> bindings, CrossChecks checks) {
        if (!incomplete.contains("connections")) {
            checks.refuseUnknown("connection", bindings.stream().map(BindingFile::connection).filter(c -> !c.value().isEmpty()),
                    connections.stream().map(c -> c.value().name()));
        }
        if (!incomplete.contains("twins")) {
            Stream<Placed<String>> bound = bindings.stream().flatMap(file -> file.bindings().stream())
                    .map(b -> new Placed<>(b.value().twin().value(), b.place()));
            Stream<Placed<String>> named = bindings.stream().flatMap(file -> file.templates().stream())
                    .map(t -> new Placed<>(t.value().twin(), t.place())).filter(twin -> !Placeholders.in(twin.value()));
            Stream<Placed<String>> used = parts.stream().map(use -> new Placed<>(use.value().part().value(), use.place()));
            checks.refuseUnknown("twin", Stream.concat(Stream.concat(bound, named), used), twins.stream().map(t -> t.value().id().value()));
        }
    }

    /** Leaves out every file with a problem, then the bindings that need what has been left out. */
    private SiteConfiguration withoutProblems(List<Placed<ConnectionDefinition>> connections, List<Placed<TwinDefinition>> twins,
                                              List<BindingFile> bindings) {
        Map<String, ConnectionDefinition> goodConnections = right(connections.stream()).collect(byKey(ConnectionDefinition::name));
        Map<TwinId, TwinDefinition> goodTwins = right(twins.stream()).collect(byKey(TwinDefinition::id));
        List<Binding> goodBindings = right(bindings.stream().flatMap(file -> file.bindings().stream()))
                .filter(b -> goodConnections.containsKey(b.connection()) && goodTwins.containsKey(b.twin())).toList();
        List<BindingTemplate> goodTemplates = right(bindings.stream().flatMap(file -> file.templates().stream()))
                .filter(t -> goodConnections.containsKey(t.connection())).toList();
        return new CheckedSite(goodConnections, goodTwins, goodBindings, goodTemplates);
    }

    private <T> Stream<T> right(Stream<Placed<T>> all) {
        return all.filter(one -> !problems.in(one.place().file())).map(Placed::value);
    }

    private static <K, T> Collector<T, ?, Map<K, T>> byKey(Function<T, K> key) {
        return Collectors.toMap(key, Function.identity(), (first, second) -> first, LinkedHashMap::new);
    }
}
