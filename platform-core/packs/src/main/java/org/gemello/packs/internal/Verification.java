package org.gemello.packs.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gemello.api.pack.PackGrant;
import org.gemello.api.pack.PackRefusedException;
import org.gemello.gpack.AcceptanceResult;
import org.gemello.gpack.AcceptanceRunner;
import org.gemello.gpack.AcceptanceTest;
import org.gemello.gpack.PackFile;
import org.gemello.packs.internal.bundle.LoadedVersion;
import org.gemello.packs.internal.bundle.PackFailure;
import org.gemello.packs.internal.bundle.Patience;
import org.gemello.packs.internal.guard.GuardedType;

/**
 * Checks a version: hashes, signature and its own acceptance tests, on a copy that is loaded for this and stands by. That copy may handle
 * its
 * points and commands, since the tests' twin is none of this platform, and has no files, network and threads.
 */
final class Verification {
    private final Inspector inspector;
    private final PackLoader loader;
    private final Retirement retirement;
    private final PackSettings settings;

    Verification(Inspector inspector, PackLoader loader, Retirement retirement, PackSettings settings) {
        this.inspector = inspector;
        this.loader = loader;
        this.retirement = retirement;
        this.settings = settings;
    }

    /**
     * What was found, in words.
     *
     * @throws PackFailure where something does not hold; the message says all of it
     */
    String verify(Path file) throws PackFailure, IOException, InterruptedException {
        try {
            Inspector.Inspection found = inspector.inspect(file);
            if (!found.problems().isEmpty()) {
                throw new PackFailure(String.join("; ", found.problems()));
            }
            PackGrant asks = found.manifest().permissions();
            PackGrant grant = new PackGrant(List.of("*/*"), List.of("*/*"), asks.commands(), false, List.of(), 0);
            LoadedVersion version = loader.load(file, found.sha256(), grant, "verify");
            List<AcceptanceResult> results;
            try {
                results = run(file, version);
            } finally {
                retirement.retire(version);
            }
            List<String> failed = results.stream().filter(result -> !result.isPassed())
                    .map(result -> result.title() + ": " + String.join(", ", result.failures())).toList();
            if (!failed.isEmpty()) {
                throw new PackFailure(failed.size() + " of " + results.size() + " acceptance tests failed: " + String.join("; ", failed));
            }
            return found.signature().sentence() + "; all files are those that were built; " + results.size() + " acceptance tests passed";
        } catch (PackRefusedException e) {
            throw new PackFailure(e.getMessage());
        }
    }

    private List<AcceptanceResult> run(Path path, LoadedVersion version) throws IOException, PackRefusedException, PackFailure,
            InterruptedException {
        List<AcceptanceResult> results = new ArrayList<>();
        try (PackFile file = PackFile.open(path)) {
            for (String name : file.manifest().acceptance()) {
                AcceptanceTest test = AcceptanceTest.read(file.read(name), name);
                Optional<GuardedType<?>> type = version.types().stream().filter(each -> each.id().value().equals(test.type())).findFirst();
                results.add(type.isEmpty() ? new AcceptanceResult(test.title(), List.of(name + " is about " + test.type()
                        + ", which the pack does not have"))
                        : Patience.within(settings.start(), "acceptance test " + name, () -> AcceptanceRunner.run(type.get(), test)));
            }
        }
        return results;
    }
}
