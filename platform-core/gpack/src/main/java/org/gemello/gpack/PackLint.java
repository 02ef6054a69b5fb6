package org.gemello.gpack;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gemello.api.pack.PackRefusedException;
import org.gemello.gpack.internal.lint.BundleFile;
import org.gemello.gpack.internal.lint.BundleRules;
import org.gemello.gpack.internal.lint.CodeRules;
import org.gemello.gpack.internal.lint.ContentRules;
import org.gemello.gpack.internal.lint.Findings;
import org.gemello.gpack.internal.lint.TextRules;

/**
 * Holds what a pack asks for against what its bundles do. It reads manifests and class files and runs nothing. It finds what honest authors
 * forget and what careless ones hide; code that means harm can hide from it behind reflection, which is named as a warning.
 */
public final class PackLint {
    private final Map<String, String> platform;

    /**
     * @param platform version of each package that the platform exports, see {@link ImportRules#versions}; what is not in it is not
     * compared
     */
    public PackLint(Map<String, String> platform) {
        this.platform = Map.copyOf(platform);
    }

    /** Errors first, in the order of the files. */
    public List<Finding> check(PackFile pack) throws IOException {
        Findings findings = new Findings();
        pack.differences().forEach(text -> findings.error(PackManifest.NAME, text + "; build the pack again"));
        if (pack.differences().isEmpty()) {
            new TextRules(pack, findings).check();
            new ContentRules(pack, findings).check();
            checkPlatform(pack.manifest(), findings);
            checkBundles(pack, findings);
        }
        return findings.sorted();
    }

    private void checkPlatform(PackManifest manifest, Findings findings) {
        String spi = platform.get("org.gemello.spi");
        if (spi != null && !manifest.platform().includes(spi)) {
            findings.error(PackManifest.NAME, "platform " + manifest.platform() + " does not take in this platform's SPI " + spi
                    + "; take another version of the pack or of the platform");
        }
    }

    private void checkBundles(PackFile pack, Findings findings) throws IOException {
        List<BundleFile> bundles = new ArrayList<>();
        for (String name : pack.manifest().bundles()) {
            try {
                bundles.add(BundleFile.read(name, pack.read(name)));
            } catch (PackRefusedException e) {
                findings.error(name, e.getMessage());
            }
        }
        Set<String> own = new HashSet<>();
        bundles.forEach(bundle -> own.addAll(bundle.exports().keySet()));
        CodeRules code = new CodeRules(pack.manifest(), findings);
        for (BundleFile bundle : bundles) {
            new BundleRules(own, platform, findings).check(bundle);
            code.check(bundle);
        }
    }
}
