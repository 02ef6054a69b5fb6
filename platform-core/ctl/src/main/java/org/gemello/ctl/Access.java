package org.gemello.ctl;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.Map;
import org.gemello.client.access.Credentials;
import org.gemello.client.access.Fingerprint;
import org.gemello.client.access.Platform;
import org.gemello.client.access.Trust;
import org.gemello.ctl.Contexts.Context;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** What every command that asks a platform takes: which platform, and how to print what it says. */
final class Access {
    @Spec(Target.MIXEE)
    private CommandSpec spec;
    @Option(names = {"-c", "--context"}, paramLabel = "NAME", description = "Context to use instead of the current one")
    private String context;
    @Option(names = {"-o", "--output"}, paramLabel = "FORMAT", defaultValue = "table", description = "table, json or yaml (${DEFAULT-VALUE})")
    private Format format;
    private Platform platform;

    private Gemelloctl root() {
        return (Gemelloctl) spec.root().userObject();
    }

    /** The named context, else that of the environment, else the current one. */
    private Context chosen() {
        Contexts contexts = root().contexts();
        if (context != null) {
            return contexts.get(context);
        }
        Map<String, String> environment = root().environment();
        String url = environment.getOrDefault("GEMELLO_URL", "");
        if (!url.isEmpty()) {
            return new Context(url, environment.getOrDefault("GEMELLO_USER", "admin"), environment.getOrDefault("GEMELLO_PASSWORD_FILE", ""),
                    environment.getOrDefault("GEMELLO_TOKEN_FILE", ""), environment.getOrDefault("GEMELLO_CA_FILE", ""),
                    environment.getOrDefault("GEMELLO_FINGERPRINT", ""));
        }
        if (contexts.current().isEmpty()) {
            throw new UsageException("no platform is chosen; use: gemelloctl context set NAME --url URL --user USER --password-file FILE");
        }
        return contexts.get(contexts.current());
    }

    Platform platform() {
        if (platform == null) {
            Context chosen = chosen();
            if (chosen.tokenFile().isEmpty() && chosen.passwordFile().isEmpty()) {
                throw new UsageException("the context names no secret; set --token-file or --user and --password-file");
            }
            Credentials credentials = chosen.tokenFile().isEmpty() ? Credentials.basic(chosen.user(), Path.of(chosen.passwordFile()))
                    : Credentials.bearer(Path.of(chosen.tokenFile()));
            platform = new Platform(address(chosen.url()), credentials, http(chosen));
        }
        return platform;
    }

    /** A platform is known by its authority, by its own certificate, or to this Java; none is trusted for having answered first. */
    private static HttpClient.Builder http(Context chosen) {
        try {
            if (!chosen.fingerprint().isEmpty()) {
                return Trust.in(fingerprint(chosen.fingerprint()));
            }
            return chosen.caFile().isEmpty() ? HttpClient.newBuilder() : Trust.in(Path.of(chosen.caFile()));
        } catch (IOException e) {
            throw new UsageException(e.getMessage());
        }
    }

    static Fingerprint fingerprint(String text) {
        try {
            return Fingerprint.parse(text);
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        }
    }

    private static URI address(String url) {
        URI address = URI.create(url);
        if (address.getHost() == null) {
            throw new UsageException("'" + url + "' is no address of a platform; write such as https://plant.example:8443");
        }
        return address;
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return platform().ask("GET", path, null);
    }

    Platform.Page page(String path) throws IOException, InterruptedException {
        return platform().page(path);
    }

    JsonNode post(String path, JsonNode body) throws IOException, InterruptedException {
        return platform().ask("POST", path, body);
    }

    PrintWriter out() {
        return spec.commandLine().getOut();
    }

    PrintWriter err() {
        return spec.commandLine().getErr();
    }

    /** True where people read what is printed. */
    boolean isTable() {
        return format == Format.TABLE;
    }

    /** Prints documents of one kind. */
    void print(JsonNode documents, Columns columns) throws IOException {
        format.print(documents, columns, out());
        out().flush();
    }
}
