package org.gemello.connector.mqtt.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.gemello.api.connection.DeadLetters;

/** Dead letters in memory, oldest first. */
final class KeptLetters implements DeadLetters {
    final List<DeadLetter> all = new CopyOnWriteArrayList<>();

    @Override
    public void add(String connection, String source, byte[] payload, String cause) {
        all.add(new DeadLetter(all.size(), Instant.now(), connection, source, payload, cause));
    }

    @Override
    public List<DeadLetter> latest(int limit) {
        return all;
    }

    @Override
    public Optional<DeadLetter> letter(long number) {
        return all.stream().filter(letter -> letter.number() == number).findFirst();
    }

    List<String> causes() {
        return all.stream().map(DeadLetter::cause).toList();
    }
}
