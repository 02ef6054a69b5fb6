package org.gemello.rest.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gemello.api.Caller;
import org.gemello.api.Role;
import org.gemello.security.ApiKey;
import org.gemello.security.ApiKeys;
import org.gemello.security.policy.Globs;

/** Keys whose secret is {@code gmk_} and their name. */
final class FakeKeys implements ApiKeys {
    private final List<ApiKey> keys = new ArrayList<>();

    @Override
    public NewKey create(String name, Role role, Globs twins, Duration life, Caller by) {
        if (keys().stream().anyMatch(key -> key.name().equals(name))) {
            throw new IllegalArgumentException("there is a key '" + name + "' already");
        }
        ApiKey key = new ApiKey((name + "00000000").substring(0, 8), name, role, FakePlatform.NOON, by.name(), FakePlatform.NOON.plus(life), twins);
        keys.add(key);
        return new NewKey(PREFIX + name, key);
    }

    @Override
    public List<ApiKey> keys() {
        return keys;
    }

    @Override
    public boolean revoke(String id, Caller by) {
        return keys.removeIf(key -> key.id().equals(id));
    }

    @Override
    public Optional<ApiKey> find(String secret) {
        return keys.stream().filter(key -> secret.equals(PREFIX + key.name())).findFirst();
    }
}
