package org.gemello.ctl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Platforms by name, in a file that its owner alone can read. A secret is never in it, only the name of the file that has it. */
final class Contexts {
    private static final String CURRENT = "current";
    private static final String CONTEXTS = "contexts";

    /**
     * One platform and who asks.
     *
     * @param url          address without a path
     * @param user         local user; empty with a token
     * @param passwordFile file whose first line is the password; empty with a token
     * @param tokenFile    file whose first line is an API key or a bearer token; empty with a user
     * @param caFile       certificate of the authority that the platform's own must be of; empty for those that this Java trusts
     * @param fingerprint  SHA-256 of the platform's own certificate; empty where {@code caFile} or this Java says whom to trust
     */
    record Context(String url, String user, String passwordFile, String tokenFile, String caFile, String fingerprint) {
        static Context of(Map<?, ?> map) {
            return new Context(text(map, "url"), text(map, "user"), text(map, "passwordFile"), text(map, "tokenFile"),
                    text(map, "caFile"), text(map, "fingerprint"));
        }

        private static String text(Map<?, ?> map, String key) {
            Object value = map.get(key);
            return value == null ? "" : value.toString();
        }

        Map<String, String> toMap() {
            Map<String, String> map = new LinkedHashMap<>(Map.of("url", url));
            put(map, "user", user);
            put(map, "passwordFile", passwordFile);
            put(map, "tokenFile", tokenFile);
            put(map, "caFile", caFile);
            put(map, "fingerprint", fingerprint);
            return map;
        }

        private static void put(Map<String, String> map, String key, String value) {
            if (!value.isEmpty()) {
                map.put(key, value);
            }
        }
    }

    private final Path file;
    private final Map<String, Context> byName = new TreeMap<>();
    private String current = "";

    Contexts(Path file) {
        this.file = file;
        if (Files.exists(file)) {
            read();
        }
    }

    /** {@code gemello/contexts.yaml} in the user's configuration folder (XDG Base Directory Specification). */
    static Path usualFile(Map<String, String> environment) {
        String base = environment.getOrDefault("XDG_CONFIG_HOME", environment.getOrDefault("HOME", ".") + "/.config");
        return Path.of(base, "gemello", "contexts.yaml");
    }

    private void read() {
        try {
            Object document = Yaml.one(Files.readString(file));
            if (!(document instanceof Map<?, ?> map) || !(map.get(CONTEXTS) instanceof Map<?, ?> contexts)) {
                throw new UsageException(file + " is no file of contexts; move it away and use: gemelloctl context set");
            }
            contexts.forEach((name, context) -> byName.put(name.toString(), Context.of((Map<?, ?>) context)));
            current = map.get(CURRENT) == null ? "" : map.get(CURRENT).toString();
        } catch (IOException e) {
            throw new UncheckedIOException("the contexts in " + file + " cannot be read", e);
        } catch (YamlEngineException | ClassCastException e) {
            throw new UsageException(file + " cannot be understood: " + e.getMessage());
        }
    }

    Map<String, Context> all() {
        return byName;
    }

    String current() {
        return current;
    }

    /** @throws UsageException where there is no such context */
    Context get(String name) {
        Context context = byName.get(name);
        if (context == null) {
            throw new UsageException("there is no context '" + name + "'; known are " + byName.keySet());
        }
        return context;
    }

    void put(String name, Context context) throws IOException {
        byName.put(name, context);
        current = current.isEmpty() ? name : current;
        write();
    }

    void use(String name) throws IOException {
        get(name);
        current = name;
        write();
    }

    void remove(String name) throws IOException {
        get(name);
        byName.remove(name);
        current = current.equals(name) ? "" : current;
        write();
    }

    private void write() throws IOException {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put(CURRENT, current);
        Map<String, Object> contexts = new LinkedHashMap<>();
        byName.forEach((name, context) -> contexts.put(name, context.toMap()));
        document.put(CONTEXTS, contexts);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, new Dump(DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).build()).dumpToString(document));
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
