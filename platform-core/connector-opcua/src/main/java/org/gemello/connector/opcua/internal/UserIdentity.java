package org.gemello.connector.opcua.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.milo.opcua.sdk.client.identity.AnonymousProvider;
import org.eclipse.milo.opcua.sdk.client.identity.IdentityProvider;
import org.eclipse.milo.opcua.sdk.client.identity.UsernameProvider;
import org.eclipse.milo.opcua.sdk.client.identity.X509IdentityProvider;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.security.CertificateValidator;
import org.eclipse.milo.opcua.stack.core.types.enumerated.UserTokenType;
import org.eclipse.milo.opcua.stack.core.types.structured.UserTokenPolicy;
import org.gemello.api.Folders;
import org.gemello.binding.ConfigurationException;
import org.gemello.binding.Settings;
import org.gemello.connector.opcua.internal.pki.ExplainedException;
import org.gemello.connector.opcua.internal.pki.SafeFiles;

/** Who the platform is to a server, as a user. Secrets are read anew for every session and stand in no configuration file. */
sealed interface UserIdentity {

    UserTokenType type();

    /**
     * What tells the server.
     *
     * @param policy    how the server wants to be told
     * @param validator checks the certificate that a password is encrypted for
     * @throws UaException where a secret cannot be read; the message names the file
     */
    IdentityProvider provider(UserTokenPolicy policy, CertificateValidator validator) throws UaException;

    /** Nobody in particular. */
    record Anonymous() implements UserIdentity {
        @Override
        public UserTokenType type() {
            return UserTokenType.Anonymous;
        }

        @Override
        public IdentityProvider provider(UserTokenPolicy policy, CertificateValidator validator) {
            return AnonymousProvider.INSTANCE;
        }
    }

    /** A name and a password, from a file or an environment variable; only one of them is there. */
    record UserName(String name, Optional<Path> file, Optional<String> variable) implements UserIdentity {
        @Override
        public UserTokenType type() {
            return UserTokenType.UserName;
        }

        @Override
        public IdentityProvider provider(UserTokenPolicy policy, CertificateValidator validator) throws UaException {
            byte[] password = password();
            // the provider wipes what it is given, and asks again for the next session
            Supplier<byte[]> copies = password::clone;
            return new UsernameProvider(name, copies, validator, offered -> policy);
        }

        private byte[] password() throws UaException {
            if (variable.isPresent()) {
                return Optional.ofNullable(System.getenv(variable.get())).orElseThrow(() -> new ExplainedException(
                        StatusCodes.Bad_ConfigurationError, "the environment variable " + variable.get() + " with the password is not set"))
                        .getBytes(StandardCharsets.UTF_8);
            } else if (file.isEmpty()) {
                return new byte[0];
            }
            try {
                return new String(SafeFiles.read(file.get()), StandardCharsets.UTF_8).stripTrailing().getBytes(StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new ExplainedException(StatusCodes.Bad_ConfigurationError, "the password cannot be read: " + e, e);
            }
        }
    }

    /** A certificate with its key, PEM or PKCS #12. */
    record UserCertificate(Path certificate, Path key, Optional<Path> passwordFile) implements UserIdentity {
        @Override
        public UserTokenType type() {
            return UserTokenType.Certificate;
        }

        @Override
        public IdentityProvider provider(UserTokenPolicy policy, CertificateValidator validator) throws UaException {
            try {
                UserKey own = UserKey.read(certificate, key, passwordFile);
                return new X509IdentityProvider(own.chain(), own.key());
            } catch (IOException e) {
                throw new ExplainedException(StatusCodes.Bad_ConfigurationError, "the user's certificate cannot be read: " + e, e);
            }
        }
    }

    /** @throws ConfigurationException naming the place of what is wrong */
    static UserIdentity of(Settings s) {
        boolean user = s.find("username").isPresent();
        Optional<Path> passwordFile = file(s, "passwordFile");
        Optional<Path> certificate = file(s, "userCertificate");
        if (certificate.isPresent()) {
            refuse(s, user, "username", "stands beside 'userCertificate'; write one of them");
            return new UserCertificate(certificate.get(), file(s, "userKey").orElse(certificate.get()), passwordFile);
        }
        refuse(s, s.find("userKey").isPresent(), "userKey", "needs a 'userCertificate'");
        refuse(s, !user && passwordFile.isPresent(), "passwordFile", "needs a 'username' or a 'userCertificate'");
        refuse(s, !user && s.find("passwordVariable").isPresent(), "passwordVariable", "needs a 'username'");
        refuse(s, passwordFile.isPresent() && s.find("passwordVariable").isPresent(), "passwordVariable",
                "stands beside 'passwordFile'; write one of them");
        return user ? new UserName(s.text("username"), passwordFile, s.find("passwordVariable")) : new Anonymous();
    }

    private static void refuse(Settings s, boolean wrong, String key, String why) {
        if (wrong) {
            throw new ConfigurationException(s.place(key), "'" + key + "' " + why);
        }
    }

    /** As for other connectors: a relative path is within the data folder, where secrets are. */
    private static Optional<Path> file(Settings s, String key) {
        return s.find(key).map(Path::of).map(path -> path.isAbsolute() ? path : Folders.data().resolve(path));
    }
}
