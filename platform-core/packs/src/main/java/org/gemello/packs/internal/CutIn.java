package org.gemello.packs.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.gemello.packs.internal.bundle.LoadedVersion;
import org.gemello.packs.internal.bundle.PackFailure;
import org.gemello.packs.internal.store.Journal.Stage;
import org.gemello.runtime.exchange.ShadowReport;
import org.gemello.runtime.exchange.TypeExchange;

/**
 * Brings the twins over to a loaded version: by a shadow that follows the log and a cut, or, where nobody serves them, from their
 * beginning.
 */
final class CutIn {
    private static final Duration SLICE = Duration.ofMillis(500);
    private final Workshop shop;
    private final Operation operation;
    private final LoadedVersion candidate;

    CutIn(Workshop shop, Operation operation, LoadedVersion candidate) {
        this.shop = shop;
        this.operation = operation;
        this.candidate = candidate;
    }

    /**
     * Until here it may be cancelled.
     *
     * @throws PackFailure where the version fails on what the log has, or does not come to its end in time; nothing has changed then
     */
    TypeExchange.Cut cut(int twins) throws PackFailure, IOException, InterruptedException {
        boolean first = candidate.types().stream().allMatch(type -> shop.exchange().health(type.id().value()).isEmpty());
        return first ? begin(twins) : exchange(twins);
    }

    /** Nobody serves its types: the twins begin as soon as it serves. */
    private TypeExchange.Cut begin(int twins) throws IOException {
        operation.pointOfNoReturn();
        shop.journal().at(Stage.CUT);
        operation.step("cut", twins + " twins begin");
        return new FirstCut();
    }

    private TypeExchange.Cut exchange(int twins) throws PackFailure, IOException, InterruptedException {
        shop.journal().at(Stage.SHADOW);
        try (TypeExchange.Shadow shadow = shop.exchange().shadow(List.copyOf(candidate.types()))) {
            follow(shadow);
            operation.pointOfNoReturn();
            shop.journal().at(Stage.CUT);
            operation.step("cut", twins + " twins");
            return shadow.cut();
        } catch (CancellationException e) {
            throw e; // which is an illegal state to Java, and none here
        } catch (IllegalStateException e) {
            throw new PackFailure(e.getMessage());
        }
    }

    private void follow(TypeExchange.Shadow shadow) throws IOException, InterruptedException, PackFailure {
        long end = System.nanoTime() + shop.settings().catchUp().toNanos();
        operation.step("shadow", "the new version follows the log beside the old one");
        while (!shadow.awaitCaughtUp(SLICE)) {
            operation.checkCancelled();
            ShadowReport report = sound(shadow);
            if (System.nanoTime() > end) {
                throw new PackFailure("the shadow is still " + report.lag() + " entries behind the log after " + shop.settings().catchUp()
                        .toSeconds()
                        + " s; gemello.packs.catch-up allows no more");
            }
        }
        ShadowReport report = sound(shadow);
        operation.step("shadow", report.following() + " of " + report.twins() + " twins follow; " + report.different() + " of "
                + report.compared()
                + " derived values differ" + (report.examples().isEmpty() ? "" : ", such as " + String.join(", ", report.examples())));
    }

    /** A shadow that fails, or does not return from a call, says so long before it has caught up. */
    private static ShadowReport sound(TypeExchange.Shadow shadow) throws PackFailure {
        ShadowReport report = shadow.report();
        if (!report.failures().isEmpty()) {
            throw new PackFailure("the new version fails on what the log has: " + String.join("; ", report.failures()));
        }
        return report;
    }
}
