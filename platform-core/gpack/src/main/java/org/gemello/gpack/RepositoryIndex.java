package org.gemello.gpack;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gemello.api.pack.PackRefusedException;
import org.gemello.gpack.internal.AtomicFile;
import org.gemello.gpack.internal.IndexReader;
import org.gemello.gpack.internal.YamlWriter;

/**
 * What a repository of packs offers: {@code index.yaml} in a folder or on a static web server, signed in {@code index.sig} like a pack's
 * manifest.
 *
 * @param publisher who signs the index
 * @param packs     by id, newest version first
 */
public record RepositoryIndex(String publisher, List<Entry> packs) {
    /** Version of this format. */
    public static final int FORMAT = 1;
    public static final String NAME = "index.yaml";
    public static final String SIGNATURE = "index.sig";
    private static final Comparator<Entry> ORDER = Comparator.comparing(Entry::id)
            .thenComparing(entry -> SemanticVersion.parse(entry.version()), Comparator.reverseOrder());

    public RepositoryIndex {
        packs = packs.stream().sorted(ORDER).toList();
    }

    /**
     * A pack that is offered.
     *
     * @param id          of the pack
     * @param version     semantic version
     * @param publisher   who signs the pack
     * @param title       by language
     * @param description by language
     * @param platform    range of the SPI's version
     * @param sha256      of the file
     * @param bytes       size of the file
     * @param file        path beside the index
     */
    public record Entry(String id, String version, String publisher, Map<String, String> title, Map<String, String> description,
                        VersionRange platform, String sha256, long bytes, String file) {
        public Entry {
            title = Map.copyOf(title);
            description = Map.copyOf(description);
        }

        /** True where the pack works with that version of the SPI. */
        public boolean isCompatible(String spi) {
            return platform.includes(spi);
        }
    }

    /** @throws PackRefusedException with all problems, one a line */
    public static RepositoryIndex read(byte[] yaml) throws PackRefusedException {
        return IndexReader.read(yaml);
    }

    /**
     * Looks at all packs of a folder.
     *
     * @throws PackRefusedException where one of them is no pack, or has been changed
     */
    public static RepositoryIndex of(Path folder, String publisher) throws IOException, PackRefusedException {
        List<Entry> entries = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.gpack")) {
            for (Path file : files) {
                try (PackFile pack = PackFile.open(file)) {
                    if (!pack.differences().isEmpty()) {
                        throw new PackRefusedException(file.getFileName() + ": " + String.join("; ", pack.differences()));
                    }
                    PackManifest manifest = pack.manifest();
                    entries.add(new Entry(manifest.id(), manifest.version(), manifest.publisher(), manifest.title(), manifest.description(),
                            manifest.platform(), pack.sha256(), pack.bytes(), file.getFileName().toString()));
                }
            }
        }
        return new RepositoryIndex(publisher, entries);
    }

    /** Writes the index and its signature into a folder. */
    public void write(Path folder, KeyPair key) throws IOException {
        byte[] yaml = toYaml();
        AtomicFile.replace(folder.resolve(SIGNATURE), DetachedSignature.sign(yaml, publisher, key).toYaml());
        AtomicFile.replace(folder.resolve(NAME), yaml);
    }

    /** The entries whose id, title or description has the text, or all where it is empty. */
    public List<Entry> search(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        return packs.stream().filter(entry -> Stream.of(Stream.of(entry.id()), entry.title().values().stream(),
                entry.description().values().stream())
                .flatMap(each -> each).anyMatch(each -> each.toLowerCase(Locale.ROOT).contains(wanted))).toList();
    }

    public byte[] toYaml() {
        Map<String, Object> top = new LinkedHashMap<>();
        top.put("index", FORMAT);
        top.put("publisher", publisher);
        top.put("packs", packs.stream().map(RepositoryIndex::toMap).toList());
        return YamlWriter.write(top);
    }

    private static Map<String, Object> toMap(Entry entry) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", entry.id());
        map.put("version", entry.version());
        map.put("publisher", entry.publisher());
        map.put("title", new TreeMap<>(entry.title()));
        map.put("description", new TreeMap<>(entry.description()));
        map.put("platform", entry.platform().toString());
        map.put("sha256", entry.sha256());
        map.put("bytes", entry.bytes());
        map.put("file", entry.file());
        return map;
    }
}
