package org.gemello.binding.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.gemello.api.site.Site;
import org.gemello.api.site.SiteChange;
import org.gemello.api.site.SiteDocument;
import org.gemello.api.site.SiteEdit;
import org.gemello.api.site.SiteKind;
import org.gemello.api.site.SiteRefusedException;
import org.gemello.api.twin.ConfigurationSpec;
import org.gemello.binding.SiteDifference;
import org.gemello.binding.SiteReport;
import org.gemello.binding.TwinDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The site as the folder describes it, changed one change at a time. */
final class LiveSite implements Site {
    private static final Logger LOG = LoggerFactory.getLogger(LiveSite.class);
    private final Path folder;
    private final Consumer<SiteDifference> listeners;
    private final Supplier<Map<String, ConfigurationSpec>> declared;
    private final ReentrantLock lock = new ReentrantLock(true);
    private volatile State state;

    /** What is true until the next change; documents in their order. */
    private record State(SiteReport report, Map<DocumentKey, SiteDocument> documents) {
    }

    /**
     * @param listeners are told of every difference before a change returns
     * @param declared  keys that the installed twin types declare, by type, as of the moment of the call
     */
    LiveSite(Path folder, Consumer<SiteDifference> listeners, Supplier<Map<String, ConfigurationSpec>> declared) {
        this.folder = folder.toAbsolutePath().normalize();
        this.listeners = listeners;
        this.declared = declared;
        this.state = state(present());
    }

    /** The folder as it is, once a change that was interrupted is finished. */
    private ReadSite present() {
        try {
            new FolderWriting(folder).recover();
        } catch (IOException e) {
            LOG.error("Configuration {}: an interrupted change cannot be finished: {}; it is tried again", folder, e.toString());
        }
        return FolderReading.whole(folder);
    }

    SiteReport report() {
        return state.report();
    }

    private static State state(ReadSite read) {
        return new State(read.report(), read.documents().all().values().stream()
                .filter(document -> document.pieces().stream().noneMatch(piece -> read.problems().in(piece.source().name())))
                .collect(Collectors.toMap(StoredDocument::key, StoredDocument::shown, (a, b) -> a, TreeMap::new)));
    }

    @Override
    public List<SiteDocument> documents() {
        return List.copyOf(state.documents().values());
    }

    @Override
    public Optional<SiteDocument> document(SiteKind kind, String name) {
        return Optional.ofNullable(state.documents().get(new DocumentKey(kind, name)));
    }

    @Override
    public SiteChange change(List<SiteEdit> edits, boolean dryRun) throws SiteRefusedException {
        lock.lock();
        try {
            ReadSite before = present();
            Map<DocumentKey, Optional<Map<String, Object>>> wanted = Wishes.of(edits, before.documents());
            Map<String, Optional<String>> texts = EditedFiles.of(folder, before.documents(), wanted);
            ReadSite after = FolderReading.changed(folder, texts, before);
            refuseNewProblems(before, after);
            refuseWrongConfigurations(wanted.keySet(), after);
            refuseSideEffects(before, after, wanted);
            State next = state(after);
            List<SiteDocument> documents = edits.stream().map(edit -> next.documents().get(new DocumentKey(edit.kind(), edit.name())))
                    .filter(document -> document != null).toList();
            if (Files.exists(folder) && !Files.isWritable(folder)) {
                throw notWritable("it is read-only");
            }
            if (dryRun) {
                return new SiteChange(documents, SiteDifference.between(state.report().configuration(), next.report().configuration()).inWords());
            }
            write(texts);
            return new SiteChange(documents, adopt(next));
        } finally {
            lock.unlock();
        }
    }

    private static void refuseNewProblems(ReadSite before, ReadSite after) throws SiteRefusedException {
        List<String> problems = after.problems().since(before.problems());
        if (!problems.isEmpty()) {
            throw new SiteRefusedException(problems, false);
        }
    }

    /** Only of the twins that the change is about: a type may be newer than what was written for it, and its pack may come later. */
    private void refuseWrongConfigurations(Set<DocumentKey> changed, ReadSite after) throws SiteRefusedException {
        List<TwinDefinition> twins = after.report().configuration().twins().stream()
                .filter(twin -> changed.contains(new DocumentKey(SiteKind.TWIN, twin.id().value()))).toList();
        Map<String, ConfigurationSpec> known = twins.isEmpty() ? Map.of() : declared.get();
        List<String> problems = twins.stream().filter(twin -> known.containsKey(twin.type()))
                .flatMap(twin -> known.get(twin.type()).objections(twin.configuration(), twin.parts()).entrySet().stream()
                        .map(objection -> "configuration." + objection.getKey() + ": twin " + twin.id() + ": it " + objection.getValue())).toList();
        if (!problems.isEmpty()) {
            throw new SiteRefusedException(problems, false);
        }
    }

    /** Files are written by people in many ways; where an edit in place would say anything but what was wanted, it is not made. */
    private static void refuseSideEffects(ReadSite before, ReadSite after, Map<DocumentKey, Optional<Map<String, Object>>> wanted)
            throws SiteRefusedException {
        Map<DocumentKey, Object> expected = new HashMap<>(before.documents().all());
        expected.replaceAll((key, document) -> ((StoredDocument) document).content());
        wanted.forEach((key, content) -> content.ifPresentOrElse(now -> expected.put(key, now), () -> expected.remove(key)));
        Map<DocumentKey, Object> found = new HashMap<>(after.documents().all());
        found.replaceAll((key, document) -> ((StoredDocument) document).content());
        if (!expected.equals(found)) {
            throw new SiteRefusedException(wanted.keySet().stream().map(key -> before.documents().find(key).map(document -> document.shown().place())
                    .orElse("new") + ": " + key + " cannot be written without touching its neighbours; write each entry in lines of its own, once, "
                    + "or change the file by hand").toList(), false);
        }
    }

    private void write(Map<String, Optional<String>> texts) throws SiteRefusedException {
        if (texts.isEmpty()) {
            return;
        }
        try {
            new FolderWriting(folder).write(texts);
        } catch (IOException e) {
            LOG.error("Configuration {} cannot be written", folder, e);
            throw notWritable(e.toString());
        }
    }

    private SiteRefusedException notWritable(String why) {
        return new SiteRefusedException(List.of(folder + ": cannot be written: " + why + "; give the platform's user the right to write it and free "
                + "disk space, or change the files by hand and have them read again"), false);
    }

    @Override
    public SiteChange reload() {
        lock.lock();
        try {
            Map<DocumentKey, SiteDocument> old = state.documents();
            State next = state(present());
            List<String> effects = adopt(next);
            return new SiteChange(next.documents().entrySet().stream()
                    .filter(now -> old.get(now.getKey()) == null || !old.get(now.getKey()).revision().equals(now.getValue().revision()))
                    .map(Map.Entry::getValue).toList(), effects);
        } finally {
            lock.unlock();
        }
    }

    private List<String> adopt(State next) {
        SiteDifference difference = SiteDifference.between(state.report().configuration(), next.report().configuration());
        state = next;
        difference.inWords().forEach(line -> LOG.info("Configuration changed: {}", line));
        if (!difference.isEmpty()) {
            listeners.accept(difference);
        }
        return difference.inWords();
    }
}
