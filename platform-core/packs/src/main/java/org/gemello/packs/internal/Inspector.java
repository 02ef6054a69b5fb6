package org.gemello.packs.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.gemello.api.pack.PackRefusedException;
import org.gemello.api.pack.PackSignature;
import org.gemello.gpack.Finding;
import org.gemello.gpack.PackFile;
import org.gemello.gpack.PackLint;
import org.gemello.gpack.PackManifest;
import org.gemello.gpack.PackTrust;
import org.gemello.gpack.SignatureCheck;

/** Looks at a file without loading any of it: manifest, hashes, signature, and whether this platform could take it. */
final class Inspector {
    private final SignatureCheck signatures;
    private final boolean allowUnsigned;
    private final Supplier<Map<String, String>> platform;

    /**
     * What was found.
     *
     * @param manifest  what the pack says of itself
     * @param sha256    of the file
     * @param bytes     size of the file
     * @param signature what the check found
     * @param problems  why it cannot be installed, with remedies
     * @param warnings  what an administrator should know
     * @param imports   packages that neither the pack nor the platform offers
     */
    record Inspection(PackManifest manifest, String sha256, long bytes, PackSignature signature, List<String> problems,
            List<String> warnings,
                      List<String> imports) {
    }

    /** @param platform version of each package that the platform exports */
    Inspector(PackTrust trust, boolean allowUnsigned, Supplier<Map<String, String>> platform) {
        this.signatures = new SignatureCheck(trust);
        this.allowUnsigned = allowUnsigned;
        this.platform = platform;
    }

    /** @throws PackRefusedException where it is no pack */
    Inspection inspect(Path path) throws IOException, PackRefusedException {
        try (PackFile file = PackFile.open(path)) {
            PackManifest manifest = file.manifest();
            PackSignature signature = signatures.check(file);
            List<String> problems = new ArrayList<>();
            List<String> warnings = new ArrayList<>();
            if (signature.state() == PackSignature.State.UNSIGNED && allowUnsigned) {
                warnings.add(signature.sentence() + "; it may be installed because gemello.packs.allow-unsigned is true");
            } else if (signature.state() != PackSignature.State.TRUSTED) {
                problems.add(signature.sentence() + (signature.state() == PackSignature.State.UNSIGNED
                        ? ", or set gemello.packs.allow-unsigned=true on a platform for tests" : ""));
            }
            List<Finding> findings = file.differences().isEmpty() ? new PackLint(platform.get()).check(file) : List.of();
            findings.forEach(finding -> (finding.isError() ? problems : warnings).add(finding.place() + ": " + finding.text()));
            return new Inspection(manifest, file.sha256(), file.bytes(), signature, List.copyOf(problems), List.copyOf(warnings),
                    imports(findings));
        }
    }

    private static List<String> imports(List<Finding> findings) {
        return findings.stream().filter(finding -> finding.isError() && finding.text().startsWith("imports "))
                .map(finding -> finding.text().split("[ ,]", 3)[1]).distinct().toList();
    }
}
