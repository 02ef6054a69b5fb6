package org.gemello.security.internal.oidc;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gemello.api.Caller;
import org.gemello.api.Folders;
import org.gemello.security.Audit;
import org.gemello.security.OpenIdConnect;
import org.gemello.security.OpenIdRefusedException;
import org.gemello.security.OpenIdRefusedException.Reason;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Login by OpenID Connect as a service: off without an issuer. */
@Component(service = OpenIdConnect.class, configurationPid = "org.gemello.oidc")
public final class OpenIdComponent implements OpenIdConnect {
    private final Optional<Provider> provider;

    /** What {@code etc/org.gemello.oidc.cfg} may set. */
    @interface Configuration {
        /** Address of the provider, exactly as its tokens say it; without one there is no login by OpenID Connect. */
        String issuer() default "";

        /** What the login screen calls it. */
        String title() default "OpenID Connect";

        /** Id of this platform at the provider. */
        String client() default "";

        /** Key {@code secret.file}: file in {@code <data>/secrets} with the client's secret; without one the client is public. */
        String secret_file() default "";

        /** What is asked for beside {@code openid}. */
        String scopes() default "profile";

        /** Key {@code name.claim}: its value is the user's name. */
        String name_claim() default "preferred_username";

        /** Key {@code role.claim}: its values are mapped to roles; dots lead into objects. */
        String role_claim() default "roles";

        /** {@code value=ROLE}, with commas. */
        String roles() default "";

        /** Of which an access token must be for one, with commas; without any no access token is taken. */
        String audiences() default "";
    }

    /** @throws IOException where the secret cannot be read: better no service than one without it */
    @Activate
    public OpenIdComponent(@Reference Audit audit, Configuration configuration) throws IOException {
        provider = configuration.issuer().isEmpty() ? Optional.empty() : Optional.of(new Provider(settings(configuration), audit, Provider.PAUSE));
    }

    private static Settings settings(Configuration from) throws IOException {
        String secret = from.secret_file().isEmpty() ? ""
                : Files.readString(Folders.data().resolve("secrets").resolve(from.secret_file())).strip();
        return new Settings(URI.create(from.issuer()), from.title(), from.client(), secret, from.scopes(), from.name_claim(), from.role_claim(),
                Settings.roles(items(from.roles())), Set.copyOf(items(from.audiences())));
    }

    private static List<String> items(String list) {
        return Arrays.stream(list.split(",")).map(String::strip).filter(item -> !item.isEmpty()).distinct().toList();
    }

    @Override
    public Optional<String> title() {
        return provider.flatMap(Provider::title);
    }

    @Override
    public Begun begin(URI callback) {
        return present().begin(callback);
    }

    @Override
    public Caller finish(Attempt attempt, URI callback, String state, String code) {
        return present().finish(attempt, callback, state, code);
    }

    private Provider present() {
        return provider.orElseThrow(() -> new OpenIdRefusedException(Reason.OFF, "no OpenID provider is configured here"));
    }

    @Override
    public Optional<Caller> bearer(String token) {
        return provider.flatMap(there -> there.bearer(token));
    }
}
