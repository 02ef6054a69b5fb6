package org.gemello.rest.internal.mapping;

import java.time.Instant;
import org.gemello.api.TwinId;
import org.gemello.api.pack.PackLogFilter;
import org.gemello.api.pack.PackLogLine;
import org.gemello.rest.internal.contract.PackLogLevelJson;
import org.gemello.rest.internal.contract.PackLogLineJson;

/** Logs of packs as the contract shows them. */
public final class PackLogMapping {
    private PackLogMapping() {
    }

    /** What is null is not asked for. */
    public static PackLogFilter filter(PackLogLevelJson level, Instant since, String text, String version) {
        return new PackLogFilter(level == null ? PackLogLine.Level.TRACE : PackLogLine.Level.valueOf(level.name()),
                since == null ? Instant.MIN : since, Texts.orEmpty(text), Texts.orEmpty(version));
    }

    /** A key that sorts newer lines before older ones, for pages that go on also where the last line of a page has been forgotten. */
    public static String newestFirst(PackLogLine line) {
        return Long.toString(Long.MAX_VALUE - line.id());
    }

    public static PackLogLineJson of(PackLogLine line) {
        return new PackLogLineJson().id(line.id()).time(line.time()).level(PackLogLevelJson.fromString(line.level().name())).version(line.version())
                .logger(line.logger()).message(line.message()).trace(Texts.orAbsent(line.trace())).twin(line.twin().map(TwinId::value).orElse(null));
    }
}
