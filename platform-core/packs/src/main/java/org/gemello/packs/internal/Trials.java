package org.gemello.packs.internal;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.gemello.packs.internal.store.DurableJson;

/**
 * When each pack under a trial licence was first installed, in notes that are sealed with a key of this platform: whoever changes a note by
 * hand is noticed, and time that runs back does not count. Whoever owns the machine can still remove all of it; this keeps honest people
 * honest and no more.
 */
final class Trials {
    private final DurableJson<Map<String, Note>> file;
    private final Path secret;
    private final Clock clock;

    /**
     * A sealed note.
     *
     * @param first  first installation
     * @param latest latest time at which it was looked at
     * @param seal   over the pack's id and both
     */
    record Note(Instant first, Instant latest, String seal) {
    }

    Trials(Path folder, Clock clock) {
        this.file = new DurableJson<>(folder.resolve("trials.json"), new TypeReference<>() { });
        this.secret = folder.resolve("seal.key");
        this.clock = clock;
    }

    /** Begins a trial of so many days where there is one and it has not begun yet. */
    synchronized void begin(String pack, int days) throws IOException {
        Map<String, Note> notes = new HashMap<>(file.read().orElse(Map.of()));
        if (days > 0 && !notes.containsKey(pack)) {
            Instant now = clock.instant();
            notes.put(pack, sealed(pack, now, now));
            file.write(notes);
        }
    }

    /**
     * Why a pack may not run any more, empty where it may.
     *
     * @param days of its trial, 0 where it has a licence
     */
    synchronized String expiry(String pack, int days) throws IOException {
        if (days == 0) {
            return "";
        }
        Map<String, Note> notes = new HashMap<>(file.read().orElse(Map.of()));
        Note note = notes.get(pack);
        if (note == null || !note.seal().equals(sealed(pack, note.first(), note.latest()).seal())) {
            return "the note of its trial is " + (note == null ? "gone" : "not the one that this platform has written")
                    + "; install a licensed version";
        }
        Instant now = clock.instant().isAfter(note.latest()) ? clock.instant() : note.latest();
        if (Duration.between(note.latest(), now).toHours() > 0) {
            notes.put(pack, sealed(pack, note.first(), now));
            file.write(notes);
        }
        Instant end = note.first().plus(Duration.ofDays(days));
        return now.isBefore(end) ? "" : "its trial of " + days + " days has ended at " + end + "; install a licensed version";
    }

    private Note sealed(String pack, Instant first, Instant latest) throws IOException {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret(), "HmacSHA256"));
            byte[] seal = mac.doFinal((pack + '\n' + first + '\n' + latest).getBytes(StandardCharsets.UTF_8));
            return new Note(first, latest, HexFormat.of().formatHex(seal));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    private byte[] secret() throws IOException {
        if (!Files.exists(secret)) {
            byte[] fresh = new byte[32];
            new SecureRandom().nextBytes(fresh);
            Files.createDirectories(secret.getParent());
            Files.write(secret, fresh);
            secret.toFile().setReadable(false, false);
            secret.toFile().setReadable(true, true);
        }
        return Files.readAllBytes(secret);
    }
}
