package org.gemello.gpack.internal.lint;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gemello.api.pack.PackRefusedException;
import org.gemello.gpack.AcceptanceTest;
import org.gemello.gpack.Limits;
import org.gemello.gpack.PackFile;
import org.gemello.gpack.PackManifest;
import org.gemello.gpack.PackManifest.Digest;
import org.gemello.gpack.PackManifest.Resource;
import org.gemello.gpack.PackManifest.Type;
import org.gemello.gpack.internal.Problems;
import org.gemello.gpack.internal.YamlText;

/** What the manifest names is there and is what it should be. */
public final class ContentRules {
    private final PackFile pack;
    private final PackManifest manifest;
    private final Findings findings;

    public ContentRules(PackFile pack, Findings findings) {
        this.pack = pack;
        this.manifest = pack.manifest();
        this.findings = findings;
    }

    /** Looks at the bytes of one document. */
    private interface Check {
        void check(byte[] bytes) throws PackRefusedException;
    }

    public void check() throws IOException {
        List<String> named = new ArrayList<>(manifest.bundles());
        named.addAll(manifest.acceptance());
        named.addAll(manifest.texts().values());
        named.addAll(manifest.views().stream().map(Resource::file).toList());
        named.addAll(manifest.bindings().stream().map(Resource::file).toList());
        named.add(manifest.sbom());
        new TreeSet<>(named).stream().filter(file -> !manifest.files().containsKey(file))
                .forEach(file -> findings.error(PackManifest.NAME, "names " + file + ", which is not in the pack; add the file"));
        new TreeSet<>(manifest.files().keySet()).stream().filter(file -> file.startsWith("bundles/") && !manifest.bundles().contains(file))
                .forEach(file -> findings.error(file, "is not listed under 'bundles'; build the pack again"));
        for (Resource view : manifest.views()) {
            document(view.file(), bytes -> view(view.file(), bytes));
        }
        for (Resource binding : manifest.bindings()) {
            document(binding.file(), bytes -> yaml(binding.file(), bytes));
        }
        Set<String> types = manifest.twinTypes().stream().map(Type::id).collect(Collectors.toSet());
        for (String file : manifest.acceptance()) {
            document(file, bytes -> acceptance(file, bytes, types));
        }
        document(manifest.sbom(), this::sbom);
        if (manifest.acceptance().isEmpty()) {
            findings.warning(PackManifest.NAME, "has no acceptance test; 'pack verify' cannot say whether it works");
        }
    }

    private void view(String file, byte[] bytes) throws PackRefusedException {
        switch (file.substring(file.lastIndexOf('.') + 1)) {
            case "json" -> new ViewRules(manifest).check(file, bytes);
            case "svg" -> SvgRules.check(file, bytes, findings);
            case "mjs" -> ModuleRules.check(file, bytes, findings);
            case "glb" -> GlbRules.check(file, bytes, findings);
            default -> throw new PackRefusedException("is none of the files that views are made of: .json, .svg, .mjs, .glb");
        }
    }

    private void document(String file, Check check) throws IOException {
        Digest digest = manifest.files().get(file);
        if (digest == null) {
            return; // told already
        }
        try {
            if (digest.bytes() > Limits.DOCUMENT_BYTES) {
                throw new PackRefusedException("is larger than " + Limits.DOCUMENT_BYTES + " bytes; make it smaller");
            }
            check.check(pack.read(file));
        } catch (PackRefusedException e) {
            e.getMessage().lines().forEach(line -> findings.error(file, line));
        }
    }

    private static void yaml(String file, byte[] bytes) throws PackRefusedException {
        Problems problems = new Problems();
        YamlText.read(bytes, file, problems);
        problems.refuse();
    }

    private void acceptance(String file, byte[] bytes, Set<String> types) throws PackRefusedException {
        AcceptanceTest test = AcceptanceTest.read(bytes, file);
        if (!types.contains(test.type())) {
            throw new PackRefusedException("is about " + test.type() + ", which the pack does not bring; it brings "
                    + new TreeSet<>(types));
        }
    }

    /** JSON is YAML too, so one careful reader is enough to see that it is CycloneDX. */
    private void sbom(byte[] bytes) throws PackRefusedException {
        Problems problems = new Problems();
        boolean known = YamlText.read(bytes, manifest.sbom(), problems)
                .filter(top -> top.optionalText("bomFormat").equals(Optional.of("CycloneDX"))).isPresent();
        problems.refuse();
        if (!known) {
            throw new PackRefusedException("is no CycloneDX bill of materials in JSON; let the plugin write it");
        }
    }
}
