package org.gemello.ctl;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Brings the platform to what files say. All documents are understood before the first one is carried out. */
@Command(name = "apply", description = "Carries out what files say: twins, connections and bindings as in the configuration folder, all as one change, "
        + "and documents of the kinds publisher, pack, policy, annotation and command",
        mixinStandardHelpOptions = true)
final class ApplyCommand implements Callable<Integer> {
    @Mixin
    private Access access;
    @Option(names = {"-f", "--file"}, required = true, paramLabel = "FILE", description = "YAML or JSON, a folder for all such files in it, - for standard input; may be repeated")
    private List<String> files;
    @Option(names = "--dry-run", description = "Say what would be done and change nothing")
    private boolean dryRun;
    @Option(names = "--wait", arity = "0..1", fallbackValue = "PT10M", paramLabel = "DURATION", description = "Wait for the end of each (${FALLBACK-VALUE})")
    private Duration patience;

    @Override
    public Integer call() throws IOException, InterruptedException, Unfinished {
        List<Wanted> all = new ArrayList<>();
        SiteDocuments site = new SiteDocuments();
        for (String file : files) {
            for (String each : filesIn(file)) {
                read(each, all, site);
            }
        }
        for (Wanted wanted : all) {
            String done = dryRun ? wanted.foresee(access) : wanted.carryOut(access, patience);
            access.out().println(wanted.title() + ": " + done);
            access.out().flush();
        }
        return 0;
    }

    /** The file itself, or those of a folder by name. */
    private static List<String> filesIn(String file) throws IOException {
        if (file.equals("-") || !Files.isDirectory(Path.of(file))) {
            return List.of(file);
        }
        try (Stream<Path> found = Files.walk(Path.of(file))) {
            return found.filter(Files::isRegularFile).map(Path::toString).filter(name -> name.matches(".*[.](ya?ml|json)")).sorted().toList();
        }
    }

    /** @param site takes what is the site's; it is carried out where its first document stands */
    private static void read(String file, List<Wanted> all, SiteDocuments site) throws IOException {
        int number = 0;
        try {
            Path folder = file.equals("-") ? Path.of("") : Path.of(file).toAbsolutePath().getParent();
            for (Object document : Yaml.all(text(file))) {
                String place = file + ", document " + ++number;
                if (SiteDocuments.isOne(document)) {
                    site.add(document, place);
                    if (!all.contains(site)) {
                        all.add(site);
                    }
                } else {
                    all.add(Wanted.of(document, place, folder));
                }
            }
        } catch (YamlEngineException e) {
            throw new UsageException(file + " is not YAML: " + e.getMessage());
        }
    }

    private static String text(String file) throws IOException {
        if (file.equals("-")) {
            StringWriter text = new StringWriter();
            new InputStreamReader(System.in, StandardCharsets.UTF_8).transferTo(text);
            return text.toString();
        }
        try {
            return Files.readString(Path.of(file));
        } catch (NoSuchFileException e) {
            throw new UsageException("there is no file " + file);
        }
    }
}
