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
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Brings the platform to what files say. All documents are understood before the first one is carried out. */
@Command(name = "apply", description = "Carries out what files say, documents of the kinds publisher, pack, annotation and command",
        mixinStandardHelpOptions = true)
final class ApplyCommand implements Callable<Integer> {
    @Mixin
    private Access access;
    @Option(names = {"-f", "--file"}, required = true, paramLabel = "FILE", description = "YAML or JSON, - for standard input; may be repeated")
    private List<String> files;
    @Option(names = "--dry-run", description = "Say what would be done and change nothing")
    private boolean dryRun;
    @Option(names = "--wait", arity = "0..1", fallbackValue = "PT10M", paramLabel = "DURATION", description = "Wait for the end of each (${FALLBACK-VALUE})")
    private Duration patience;

    @Override
    public Integer call() throws IOException, InterruptedException, Unfinished {
        List<Wanted> all = new ArrayList<>();
        for (String file : files) {
            all.addAll(read(file));
        }
        for (Wanted wanted : all) {
            String done = dryRun ? wanted.foresee(access) : wanted.carryOut(access, patience);
            access.out().println(wanted.title() + ": " + done);
            access.out().flush();
        }
        return 0;
    }

    private static List<Wanted> read(String file) throws IOException {
        List<Wanted> all = new ArrayList<>();
        int number = 0;
        try {
            Path folder = file.equals("-") ? Path.of("") : Path.of(file).toAbsolutePath().getParent();
            for (Object document : Yaml.all(text(file))) {
                all.add(Wanted.of(document, file + ", document " + ++number, folder));
            }
        } catch (YamlEngineException e) {
            throw new UsageException(file + " is not YAML: " + e.getMessage());
        }
        return all;
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
