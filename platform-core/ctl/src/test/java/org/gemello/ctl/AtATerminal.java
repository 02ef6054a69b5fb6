package org.gemello.ctl;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A person at a terminal with a platform that answers as it was told. */
abstract class AtATerminal {
    final Map<String, String> environment = new HashMap<>();
    FakePlatform platform;
    @TempDir
    Path folder;
    /** What the last command printed, and what it printed to standard error. */
    String out;
    String err;

    @BeforeEach
    void start() throws IOException {
        platform = new FakePlatform();
        environment.put("GEMELLO_URL", platform.url());
        environment.put("GEMELLO_PASSWORD_FILE", Files.writeString(folder.resolve("password"), "secret").toString());
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    /** Its exit code. */
    int run(String... args) {
        StringWriter output = new StringWriter();
        StringWriter errors = new StringWriter();
        int code = Gemelloctl.commandLine(folder.resolve("config/contexts.yaml"), environment)
                .setOut(new PrintWriter(output, true)).setErr(new PrintWriter(errors, true)).execute(args);
        out = output.toString();
        err = errors.toString();
        return code;
    }
}
