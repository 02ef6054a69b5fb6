package org.gemello.shell.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code publisher:trust}. */
@Service
@Command(scope = "publisher", name = "trust", description = "Trusts a publisher's key")
public final class PublisherTrustCommand extends PackCommand {
    private static final long MOST_BYTES = 4096;
    @Argument(name = "publisher", description = "Name as in the packs' manifests", required = true)
    String publisher;
    @Argument(index = 1, name = "file", description = "Ed25519 public key in PEM, a file on this machine", required = true)
    String file;

    @Override
    String action() {
        return "publisher.trust";
    }

    @Override
    String object() {
        return publisher;
    }

    @Override
    String act() throws Exception {
        Path pem = Path.of(file);
        if (Files.size(pem) > MOST_BYTES) {
            throw new IllegalArgumentException(pem + " is too large for a public key");
        }
        return "key " + packs.trust(publisher, Files.readString(pem), caller()).key() + " of " + publisher + " is trusted";
    }
}
