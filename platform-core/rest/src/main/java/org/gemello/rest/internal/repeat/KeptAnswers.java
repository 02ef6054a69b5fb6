package org.gemello.rest.internal.repeat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gemello.api.Folders;
import org.gemello.rest.internal.repeat.AnswerFile.Line;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The answers to requests with an {@code Idempotency-Key}, by caller and key, for 24 hours and across a restart. Of one caller the newest 1,000
 * and 4 MiB are kept; who fills that loses own answers and nobody else's. Safe for use by many threads.
 */
@Component(service = KeptAnswers.class)
public final class KeptAnswers {
    static final Duration KEPT = Duration.ofHours(24);
    static final int MOST_OF_ONE = 1_000;
    private static final long BYTES_OF_ONE = 4 << 20;
    private static final int MOST_CALLERS = 200;
    private static final Logger LOG = LoggerFactory.getLogger(KeptAnswers.class);
    private final AnswerFile file;
    private final Clock clock;
    private final Map<String, Map<String, KeptAnswer>> byCaller = new LinkedHashMap<>();

    @Activate
    public KeptAnswers() throws IOException {
        this(Folders.data().resolve("rest").resolve("answers.jsonl"), Clock.systemUTC());
    }

    public KeptAnswers(Path path, Clock clock) throws IOException {
        this.file = new AnswerFile(path);
        this.clock = clock;
        file.read(this::take);
        if (!byCaller.isEmpty()) {
            file.rewrite(lines());
        }
    }

    /**
     * Begins a request, or finds what it was answered before.
     *
     * @return empty where it is new and is now to be carried out
     * @throws IOException where its beginning cannot be written: after a crash it would be carried out twice
     */
    synchronized Optional<KeptAnswer> begin(String caller, String key) throws IOException {
        KeptAnswer known = byCaller.getOrDefault(caller, Map.of()).get(key);
        if (known != null && isFresh(known)) {
            return Optional.of(known);
        }
        if (file.isLarge()) {
            file.rewrite(lines());
        }
        Line line = new Line(caller, key, KeptAnswer.begun(clock.instant()));
        file.append(line);
        take(line);
        return Optional.empty();
    }

    /**
     * Ends a request that has begun.
     *
     * @param answer null where nothing was done, so that it can be sent again
     */
    synchronized void end(String caller, String key, KeptAnswer answer) {
        Line line = new Line(caller, key, answer);
        take(line);
        try {
            file.append(line);
        } catch (IOException e) {
            LOG.error("The answer to a request with an Idempotency-Key is not kept on disk; after a restart the request is refused", e);
        }
    }

    Instant now() {
        return clock.instant();
    }

    private void take(Line line) {
        Map<String, KeptAnswer> own = byCaller.computeIfAbsent(line.caller(), name -> new LinkedHashMap<>());
        own.remove(line.key());
        if (line.answer() != null && isFresh(line.answer())) {
            own.put(line.key(), line.answer());
        }
        Iterator<KeptAnswer> oldest = own.values().iterator();
        long bytes = own.values().stream().mapToLong(KeptAnswer::bytes).sum();
        while (own.size() > MOST_OF_ONE || bytes > BYTES_OF_ONE) {
            bytes -= oldest.next().bytes();
            oldest.remove();
        }
        if (own.isEmpty()) {
            byCaller.remove(line.caller());
        } else if (byCaller.size() > MOST_CALLERS) {
            byCaller.remove(byCaller.keySet().iterator().next());
        }
    }

    private boolean isFresh(KeptAnswer answer) {
        return answer.time().plus(KEPT).isAfter(clock.instant());
    }

    private List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        byCaller.forEach((caller, answers) -> answers.forEach((key, answer) -> {
            if (isFresh(answer)) {
                lines.add(new Line(caller, key, answer));
            }
        }));
        return lines;
    }
}
