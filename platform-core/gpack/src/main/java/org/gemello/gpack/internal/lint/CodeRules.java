package org.gemello.gpack.internal.lint;

import org.gemello.api.pack.PackGrant;
import org.gemello.gpack.Finding.Severity;
import org.gemello.gpack.PackManifest;
import org.gemello.gpack.PackManifest.Isolation;

/** What the classes of a bundle use of the JDK against what the pack asks for. */
public final class CodeRules {
    private final PackGrant asked;
    private final boolean worker;
    private final Findings findings;

    public CodeRules(PackManifest manifest, Findings findings) {
        this.asked = manifest.permissions();
        this.worker = manifest.isolation() == Isolation.WORKER;
        this.findings = findings;
    }

    public void check(BundleFile bundle) {
        bundle.classes().forEach(each -> check(bundle.name(), each));
        if (!worker) {
            bundle.natives().forEach(each -> findings.error(each, "is native code; " + JdkRule.Need.WORKER.remedy()));
        }
    }

    private void check(String bundle, ClassFile file) {
        String place = bundle + ": " + file.name();
        for (JdkRule rule : JdkRule.ALL) {
            if (!rule.need().isMet(asked, worker)) {
                Severity severity = rule.need() == JdkRule.Need.REFLECTION ? Severity.WARNING : Severity.ERROR;
                rule.matches(file).forEach(used -> findings.add(severity, place, "uses " + used + "; " + rule.need().remedy()));
            }
        }
        if (file.hasNatives() && !worker) {
            findings.error(place, "has a native method; " + JdkRule.Need.WORKER.remedy());
        }
    }
}
