package org.gemello.gpack;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gemello.api.pack.PackRefusedException;
import org.gemello.api.pack.PackSignature;

/** Pack files from the command line; {@link #HELP} says all. Keys are given as files and never printed. */
public final class PackProgram {
    /** All is well. */
    public static final int OK = 0;
    /** The pack, the signature or the folder is not as it must be. */
    public static final int REFUSED = 1;
    /** The command line is wrong. */
    public static final int USAGE = 2;
    /** A file could not be read or written. */
    public static final int FAILED = 3;
    static final String HELP = """
            usage: pack <command> [arguments]
              build FOLDER --bundle JAR... --sbom JSON --out FILE [--project-version V]
                                        pack.yaml and the files beside it become a pack, not signed
              lint FILE [--spi VERSION] what the pack asks for against what it does; --spi: also whether it fits that SPI
              sign FILE --key PRIVATE   signs with an Ed25519 private key (PKCS #8 in PEM)
              verify FILE --trust DIR   hashes and signature, against the publishers' keys PUBLISHER.NAME.pem in DIR
              keygen NAME               makes NAME.key.pem (for you alone) and NAME.pub.pem (for everybody)
              index FOLDER --publisher P --key PRIVATE
                                        writes index.yaml and index.sig beside the packs of a folder
              show FILE                 what is in the pack
            exit codes: 0 well, 1 refused, 2 wrong command line, 3 a file cannot be read or written
            """;
    private final PrintStream out;
    private final PrintStream err;
    private final List<String> words = new ArrayList<>();
    private final Map<String, List<String>> options = new HashMap<>();

    private PackProgram(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out, System.err));
    }

    /** One command; returns the exit code. */
    public static int run(String[] arguments, PrintStream out, PrintStream err) {
        PackProgram program = new PackProgram(out, err);
        try {
            if (arguments.length == 0 || Arrays.asList(arguments).contains("--help") || arguments[0].equals("help")) {
                out.print(HELP);
                return arguments.length == 0 ? USAGE : OK;
            }
            program.parse(arguments);
            return program.run(arguments[0]);
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            err.print(HELP);
            return USAGE;
        } catch (PackRefusedException e) {
            err.println(e.getMessage());
            return REFUSED;
        } catch (IOException e) {
            err.println("cannot be read or written: " + e);
            return FAILED;
        }
    }

    private void parse(String[] arguments) {
        for (int i = 1; i < arguments.length; i++) {
            if (!arguments[i].startsWith("--")) {
                words.add(arguments[i]);
            } else if (i + 1 == arguments.length) {
                throw new IllegalArgumentException(arguments[i] + " has no value");
            } else {
                options.computeIfAbsent(arguments[i].substring(2), key -> new ArrayList<>()).add(arguments[++i]);
            }
        }
    }

    private int run(String command) throws IOException, PackRefusedException {
        return switch (command) {
            case "build" -> build();
            case "lint" -> lint();
            case "sign" -> sign();
            case "verify" -> verify();
            case "keygen" -> keygen();
            case "index" -> index();
            case "show" -> show();
            default -> throw new IllegalArgumentException("'" + command + "' is no command");
        };
    }

    private int build() throws IOException, PackRefusedException {
        PackBuilder builder = new PackBuilder(Path.of(word("FOLDER")));
        options.getOrDefault("bundle", List.of()).forEach(jar -> builder.bundle(Path.of(jar)));
        builder.sbom(Files.readAllBytes(Path.of(option("sbom"))));
        Path target = Path.of(option("out"));
        PackManifest manifest = builder.write(target, options.containsKey("project-version") ? option("project-version") : null);
        out.println(target + ": " + manifest.id() + " " + manifest.version() + ", " + manifest.files().size() + " files");
        return OK;
    }

    private int lint() throws IOException, PackRefusedException {
        Map<String, String> platform = options.containsKey("spi") ? Map.of("org.gemello.spi", option("spi")) : Map.of();
        try (PackFile pack = PackFile.open(file())) {
            List<Finding> findings = new PackLint(platform).check(pack);
            findings.forEach(finding -> (finding.isError() ? err : out).println(finding));
            boolean refused = findings.stream().anyMatch(Finding::isError);
            if (!refused) {
                out.println(pack.path() + ": no errors");
            }
            return refused ? REFUSED : OK;
        }
    }

    private int sign() throws IOException, PackRefusedException {
        DetachedSignature signature = PackSigner.sign(file(), PackKeys.readPrivate(Path.of(option("key"))));
        out.println(file() + ": signed by " + signature.publisher() + " with key " + signature.key());
        return OK;
    }

    private int verify() throws IOException, PackRefusedException {
        Path keys = Path.of(option("trust"));
        try (PackFile pack = PackFile.open(file())) {
            PackSignature signature = new SignatureCheck(new PackTrust(keys, keys)).check(pack);
            boolean trusted = signature.state() == PackSignature.State.TRUSTED;
            (trusted ? out : err).println(signature.sentence());
            return trusted ? OK : REFUSED;
        }
    }

    private int keygen() throws IOException {
        String name = word("NAME");
        KeyPair pair = PackKeys.generate();
        PackKeys.writePrivate(Path.of(name + ".key.pem").toAbsolutePath(), pair.getPrivate());
        PackKeys.writePublic(Path.of(name + ".pub.pem"), pair.getPublic());
        out.println("key " + PackKeys.id(pair.getPublic()) + ": " + name + ".key.pem is for you alone, " + name + ".pub.pem for everybody");
        return OK;
    }

    private int index() throws IOException, PackRefusedException {
        Path folder = Path.of(word("FOLDER"));
        RepositoryIndex index = RepositoryIndex.of(folder, option("publisher"));
        index.write(folder, PackKeys.readPrivate(Path.of(option("key"))));
        out.println(folder.resolve(RepositoryIndex.NAME) + ": " + index.packs().size() + " packs");
        return OK;
    }

    private int show() throws IOException, PackRefusedException {
        try (PackFile pack = PackFile.open(file())) {
            PackManifest manifest = pack.manifest();
            out.println(manifest.id() + " " + manifest.version() + " by " + manifest.publisher() + ", " + manifest.licence() + ", platform "
                    + manifest.platform() + ", " + manifest.isolation());
            new TreeMap<>(manifest.title()).forEach((language, title) -> out.println("  " + language + ": " + title));
            manifest.twinTypes().forEach(type -> out.println("  twin type " + type.id() + ", schema " + type.schema()));
            out.println("  asks for: " + manifest.permissions());
            new TreeMap<>(manifest.files()).forEach((name, digest) -> out.println("  " + digest.sha256() + " " + digest.bytes() + " "
                    + name));
            out.println(new String(pack.signature().orElse("not signed\n".getBytes(StandardCharsets.UTF_8)),
                    StandardCharsets.UTF_8).strip());
            return pack.differences().isEmpty() ? OK : REFUSED;
        }
    }

    private Path file() {
        return Path.of(word("FILE"));
    }

    private String word(String name) {
        if (words.size() != 1) {
            throw new IllegalArgumentException("one " + name + " is wanted");
        }
        return words.get(0);
    }

    private String option(String name) {
        List<String> values = options.getOrDefault(name, List.of());
        if (values.size() != 1) {
            throw new IllegalArgumentException("--" + name + " is wanted once");
        }
        return values.get(0);
    }
}
