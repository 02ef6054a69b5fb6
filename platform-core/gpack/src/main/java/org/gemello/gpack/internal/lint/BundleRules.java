package org.gemello.gpack.internal.lint;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.gemello.gpack.Finding.Severity;
import org.gemello.gpack.ImportRules;
import org.gemello.gpack.VersionRange;

/** What the manifest of a bundle may say, so that it wires to nothing but the SPI and its own pack, and starts nothing by itself. */
public final class BundleRules {
    private static final Map<String, String> FORBIDDEN = new LinkedHashMap<>();
    private final Set<String> own;
    private final Map<String, String> platform;
    private final Findings findings;

    static {
        FORBIDDEN.put("DynamicImport-Package", "name the packages in Import-Package");
        FORBIDDEN.put("Fragment-Host", "a pack does not change other bundles; make it a bundle of its own");
        FORBIDDEN.put("ExtensionBundle-Activator", "a pack does not change the framework");
        FORBIDDEN.put("Bundle-Activator", "publish a TwinType by @Component instead");
        FORBIDDEN.put("Require-Bundle", "import packages instead");
        FORBIDDEN.put("Bundle-NativeCode", "native code runs only outside of the platform's process");
        FORBIDDEN.put("Bundle-UpdateLocation", "versions come by packs alone");
    }

    /** Own packages are those that bundles of the pack export; the platform's are compared as far as their versions are known. */
    public BundleRules(Set<String> own, Map<String, String> platform, Findings findings) {
        this.own = own;
        this.platform = platform;
        this.findings = findings;
    }

    public void check(BundleFile bundle) {
        if (bundle.header("Bundle-SymbolicName") == null) {
            findings.error(bundle.name(), "has no Bundle-SymbolicName: it is no bundle; build it with bnd");
        }
        FORBIDDEN.forEach((header, remedy) -> {
            if (bundle.header(header) != null) {
                findings.error(bundle.name(), header + " is not allowed in a pack; " + remedy);
            }
        });
        Header.parse(bundle.header("Import-Package")).forEach(clause -> clause.names().forEach(each -> checkImport(bundle, each, clause)));
        bundle.exports().keySet().stream().filter(ImportRules::isPlatform).sorted()
                .map(each -> "exports " + each + ", which is the platform's; leave it out of the bundle")
                .forEach(text -> findings.error(bundle.name(), text));
        Header.parse(bundle.header("Require-Capability")).forEach(clause -> checkRequirement(bundle, clause));
    }

    private void checkImport(BundleFile bundle, String packageName, Header clause) {
        if (own.contains(packageName)) {
            return;
        }
        if (!ImportRules.isAllowed(packageName)) {
            findings.error(bundle.name(), "imports " + packageName
                    + ", which packs do not get; put the library into the bundle, or do without");
        } else if (platform.containsKey(packageName)) {
            checkVersion(bundle, packageName, clause);
        }
    }

    private void checkVersion(BundleFile bundle, String packageName, Header clause) {
        String there = platform.get(packageName);
        Severity severity = "optional".equals(clause.attributes().get("resolution:")) ? Severity.WARNING : Severity.ERROR;
        try {
            VersionRange wanted = VersionRange.parse(clause.attributes().getOrDefault("version", "0"));
            if (!wanted.includes(there)) {
                findings.add(severity, bundle.name(), "imports " + packageName + " " + wanted + ", and the platform has " + there
                        + "; build it against this platform's SPI");
            }
        } catch (IllegalArgumentException e) {
            findings.error(bundle.name(), "Import-Package: " + packageName + ": " + e.getMessage());
        }
    }

    private void checkRequirement(BundleFile bundle, Header clause) {
        String filter = clause.attributes().getOrDefault("filter:", "");
        if (clause.names().contains("osgi.extender") && !filter.contains("(osgi.extender=osgi.component)")) {
            findings.error(bundle.name(), "asks for the extender " + filter + "; packs get Declarative Services (osgi.component) alone");
        }
    }
}
