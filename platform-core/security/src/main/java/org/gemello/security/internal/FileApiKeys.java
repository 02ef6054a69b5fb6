package org.gemello.security.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.gemello.api.Caller;
import org.gemello.api.Role;
import org.gemello.api.TraceId;
import org.gemello.security.ApiKey;
import org.gemello.security.ApiKeys;
import org.gemello.security.Audit;
import org.gemello.security.AuditEvent;
import org.gemello.security.AuditEvent.Outcome;
import org.gemello.security.internal.KeyFile.Kept;
import org.gemello.security.policy.Globs;

/** Keys of programs in a file. */
class FileApiKeys implements ApiKeys {
    static final int MOST = 1_000;
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(366);
    private static final int ID_LENGTH = 8;
    private final KeyFile file;
    private final Audit audit;
    private final Clock clock;
    private volatile Map<String, Kept> keys;

    FileApiKeys(Path folder, Audit audit, Clock clock) throws IOException {
        this.file = new KeyFile(folder);
        this.audit = audit;
        this.clock = clock;
        this.keys = file.read();
    }

    @Override
    public synchronized NewKey create(String name, Role role, Globs twins, Duration life, Caller by) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("key name '" + name + "' is not of the form " + NAME.pattern());
        } else if (life.compareTo(SHORTEST) < 0 || life.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a key lives from " + SHORTEST + " to " + LONGEST + ", not " + life);
        } else if (twins.isEmpty()) {
            throw new IllegalArgumentException("a key needs twins; '*' is all of them");
        } else if (keys.values().stream().anyMatch(kept -> kept.key().name().equals(name))) {
            throw new IllegalArgumentException("there is a key '" + name + "' already; revoke it, or take another name");
        } else if (keys.size() >= MOST) {
            throw new IllegalArgumentException("there are " + MOST + " keys already; revoke those that nobody needs");
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        String secret = PREFIX + Secrets.token();
        String id = secret.substring(PREFIX.length(), PREFIX.length() + ID_LENGTH);
        ApiKey key = new ApiKey(id, name, role, now, by.name(), now.plus(life), twins);
        Map<String, Kept> next = new TreeMap<>(keys);
        next.put(id, new Kept(key, Secrets.hash(secret)));
        change("key.create", name, role + " for twins " + twins.patterns() + " until " + key.expires(), next, by);
        return new NewKey(secret, key);
    }

    @Override
    public List<ApiKey> keys() {
        return keys.values().stream().map(Kept::key).sorted(Comparator.comparing(ApiKey::name)).toList();
    }

    @Override
    public synchronized boolean revoke(String id, Caller by) {
        Map<String, Kept> next = new TreeMap<>(keys);
        Kept gone = next.remove(id);
        if (gone == null) {
            return false;
        }
        change("key.revoke", gone.key().name(), "", next, by);
        return true;
    }

    @Override
    public Optional<ApiKey> find(String secret) {
        if (!secret.startsWith(PREFIX) || secret.length() <= PREFIX.length() + ID_LENGTH) {
            return Optional.empty();
        }
        Kept kept = keys.get(secret.substring(PREFIX.length(), PREFIX.length() + ID_LENGTH));
        boolean good = kept != null && clock.instant().isBefore(kept.key().expires())
                && MessageDigest.isEqual(bytes(kept.hash()), bytes(Secrets.hash(secret)));
        return good ? Optional.of(kept.key()) : Optional.empty();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private void change(String action, String name, String reason, Map<String, Kept> next, Caller by) {
        boolean may = by.may(Role.ADMINISTRATOR);
        audit.record(new AuditEvent(by.name(), action, name, may ? Outcome.ALLOWED : Outcome.REFUSED,
                may ? reason : "needs role " + Role.ADMINISTRATOR, TraceId.NONE));
        if (!may) {
            throw new SecurityException(action + " of '" + name + "' needs role " + Role.ADMINISTRATOR);
        }
        try {
            file.write(next.values());
        } catch (IOException e) {
            audit.record(new AuditEvent(by.name(), action, name, Outcome.FAILED, e.toString(), TraceId.NONE));
            throw new UncheckedIOException("the file of keys cannot be written; nothing was changed", e);
        }
        keys = Map.copyOf(next);
    }
}
