package org.gemello.gpack;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gemello.api.pack.PackGrant;

/**
 * What {@code pack.yaml} says. {@code pack.schema.json} beside this class is the same in JSON Schema. The last three are written by the
 * build and are empty in a source folder.
 *
 * @param id          identity: 2 to 40 lower-case letters, digits, hyphens
 * @param version     semantic version
 * @param publisher   whose key signs it
 * @param title       by language; English and Korean
 * @param description by language
 * @param licence     see {@link Licence}
 * @param platform    range of the SPI's version
 * @param isolation   where its behaviour runs
 * @param twinTypes   what it brings, at least one
 * @param permissions what it asks for
 * @param views       drawings
 * @param bindings    examples of a site's configuration
 * @param acceptance  paths of its acceptance tests
 * @param texts       paths of its texts by language
 * @param changelog   newest first
 * @param bundles     paths of its bundles
 * @param sbom        path of the bill of materials, empty in a source folder
 * @param files       every file by path
 */
public record PackManifest(String id, String version, String publisher, Map<String, String> title, Map<String, String> description,
                           Licence licence, VersionRange platform, Isolation isolation, List<Type> twinTypes, PackGrant permissions,
                           List<Resource> views, List<Resource> bindings, List<String> acceptance, Map<String, String> texts,
                           List<Change> changelog, List<String> bundles, String sbom, Map<String, Digest> files) {
    /** The one version of this format. */
    public static final int FORMAT = 1;
    /** Name of the manifest in the file. */
    public static final String NAME = "pack.yaml";
    /** Name of the signature in the file. */
    public static final String SIGNATURE = "pack.sig";
    /** Languages in which every text must be there. */
    public static final List<String> LANGUAGES = List.of("en", "ko");

    public PackManifest {
        title = Map.copyOf(title);
        description = Map.copyOf(description);
        twinTypes = List.copyOf(twinTypes);
        views = List.copyOf(views);
        bindings = List.copyOf(bindings);
        acceptance = List.copyOf(acceptance);
        texts = Map.copyOf(texts);
        changelog = List.copyOf(changelog);
        bundles = List.copyOf(bundles);
        files = Map.copyOf(files);
    }

    /** Where behaviour runs. */
    public enum Isolation {
        IN_PROCESS("in-process"),
        WORKER("worker");

        private final String text;

        Isolation(String text) {
            this.text = text;
        }

        public static Optional<Isolation> of(String text) {
            return List.of(values()).stream().filter(isolation -> isolation.text.equals(text)).findFirst();
        }

        /** As the manifest writes it. */
        @Override
        public String toString() {
            return text;
        }
    }

    /**
     * Under which terms it may be used.
     *
     * @param spdx      SPDX expression, empty for a trial
     * @param trialDays days that it runs as a trial, 0 where it has a licence
     */
    public record Licence(String spdx, int trialDays) {
        @Override
        public String toString() {
            return trialDays > 0 ? "trial for " + trialDays + " days" : spdx;
        }
    }

    /**
     * A kind of twin.
     *
     * @param id     such as {@code energy/wind-turbine}
     * @param schema version of its state's schema, as in the model
     */
    public record Type(String id, int schema) {
    }

    /**
     * A file that people choose by its title.
     *
     * @param id    within the pack
     * @param file  path
     * @param title by language
     */
    public record Resource(String id, String file, Map<String, String> title) {
        public Resource {
            title = Map.copyOf(title);
        }
    }

    /**
     * A version's entry in the changelog.
     *
     * @param version   semantic version
     * @param breaking  true where something that worked does not any more
     * @param text      by language
     * @param migration what people must do, by language; empty where nothing
     */
    public record Change(String version, boolean breaking, Map<String, String> text, Map<String, String> migration) {
        public Change {
            text = Map.copyOf(text);
            migration = Map.copyOf(migration);
        }
    }

    /**
     * What a file must be.
     *
     * @param sha256 lower-case hex
     * @param bytes  size
     */
    public record Digest(String sha256, long bytes) {
    }

    /** True where the build has written bundles, bill of materials and files into it. */
    public boolean isBuilt() {
        return !files.isEmpty();
    }
}
