package org.gemello.packs.internal.log;

import java.time.Clock;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gemello.api.pack.PackLogLine.Level;
import org.gemello.packs.internal.bundle.PackOrigin;

/**
 * Keeps what a worker process prints. Its loggers write {@code [thread] LEVEL logger - message}, and what was thrown in lines below; all
 * else is what the pack prints by itself. For one thread.
 */
public final class PrintedLines {
    private static final Pattern LOGGED = Pattern.compile("\\[[^\\]]*] (TRACE|DEBUG|INFO|WARN|ERROR) (\\S+) - (.*)");
    private static final Pattern THROWN = Pattern.compile("\t.*|Caused by: .*|[\\w$]+(\\.[\\w$]+)+(Exception|Error)(: .*)?");
    private static final String PRINTED = "output";
    private final PackOrigin origin;
    private final PackLogBook book;
    private final Clock clock;
    private Level level = Level.INFO;
    private String logger = PRINTED;

    public PrintedLines(PackOrigin origin, PackLogBook book, Clock clock) {
        this.origin = origin;
        this.book = book;
        this.clock = clock;
    }

    public void add(String line) {
        Matcher logged = LOGGED.matcher(line);
        String message = line;
        if (logged.matches()) {
            level = Level.valueOf(logged.group(1));
            logger = logged.group(2);
            message = logged.group(3);
        } else if (!THROWN.matcher(line).matches()) {
            level = Level.INFO;
            logger = PRINTED;
        }
        book.add(origin, clock.instant(), level, logger, message, "", Optional.empty());
    }
}
