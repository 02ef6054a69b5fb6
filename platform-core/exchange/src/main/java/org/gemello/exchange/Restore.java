package org.gemello.exchange;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import org.gemello.exchange.internal.backup.BackupSettings;
import org.gemello.exchange.internal.backup.Restoration;
import org.gemello.exchange.internal.backup.Restoration.Summary;

/** Command line: brings a backup back, with the platform stopped, or only looks whether it is whole. */
public final class Restore {
    private static final String USAGE = """
            Usage: restore [--verify] [--data FOLDER] [--config FOLDER] [--passphrase-file FILE] BACKUP
              --verify            only read the backup and compare every file in it with its SHA-256
              --data FOLDER       the new data folder; default: the system property gemello.data
              --config FOLDER     the new configuration; default: the system property gemello.config
              --passphrase-file   first line is the passphrase of a sealed backup""";
    private final PrintStream out;
    private boolean verifyOnly;
    private Path data = folder("gemello.data");
    private Path config = folder("gemello.config");
    private Path passphraseFile;
    private Path backup;

    private Restore(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.out, System.err));
    }

    /** Exit status: 0 done, 1 failed with nothing changed, 2 called in a wrong way. */
    static int run(List<String> arguments, PrintStream out, PrintStream error) {
        Restore restore = new Restore(out);
        if (!restore.understand(new ArrayDeque<>(arguments))) {
            error.println(USAGE);
            return 2;
        }
        try {
            restore.run();
            return 0;
        } catch (NoSuchFileException e) {
            error.println("restore: there is no file " + e.getFile());
            return 1;
        } catch (IOException e) {
            error.println("restore: " + e.getMessage());
            return 1;
        }
    }

    private static Path folder(String property) {
        String value = System.getProperty(property);
        return value == null || value.isBlank() ? null : Path.of(value);
    }

    private boolean understand(ArrayDeque<String> arguments) {
        while (!arguments.isEmpty()) {
            String argument = arguments.poll();
            if (argument.equals("--verify")) {
                verifyOnly = true;
            } else if (argument.startsWith("--") && arguments.isEmpty()) {
                return false;
            } else if (argument.equals("--data")) {
                data = Path.of(arguments.poll());
            } else if (argument.equals("--config")) {
                config = Path.of(arguments.poll());
            } else if (argument.equals("--passphrase-file")) {
                passphraseFile = Path.of(arguments.poll());
            } else if (backup == null && !argument.startsWith("--")) {
                backup = Path.of(argument);
            } else {
                return false;
            }
        }
        return backup != null && (verifyOnly || data != null && config != null);
    }

    private void run() throws IOException {
        Restoration restoration = new Restoration(backup, passphraseFile == null ? null : BackupSettings.passphrase(passphraseFile));
        Summary summary = verifyOnly ? restoration.verify() : restoration.restore(data, config);
        out.printf("Backup of %s by version %s: %,d files, %,d bytes, log up to offset %s.%n", summary.time(), summary.product(), summary.files(),
                summary.bytes(), summary.offset());
        out.println(verifyOnly ? "It is whole." : "Restored into " + data + " and " + config + ". The platform can be started.");
    }
}
