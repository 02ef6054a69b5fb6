package org.gemello.shell.internal;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code publisher:revoke}. */
@Service
@Command(scope = "publisher", name = "revoke", description = "Refuses what a key has signed, for good")
public final class PublisherRevokeCommand extends PackCommand {
    @Argument(name = "key", description = "SHA-256 of the key, see publisher:list", required = true)
    String key;

    @Override
    String action() {
        return "publisher.revoke";
    }

    @Override
    String object() {
        return key;
    }

    @Override
    String act() throws Exception {
        if (!packs.revoke(key, caller())) {
            throw new IllegalArgumentException("there is no key '" + key + "'; see publisher:list");
        }
        return key + " is revoked; installed packs that it has signed go on and are named by the health";
    }
}
