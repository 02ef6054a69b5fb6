package org.gemello.packs.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.gemello.api.pack.PackGrant;
import org.gemello.api.pack.PackPlan;

/** Permissions in words, so that two sets of them can be compared and shown. */
final class Grants {
    private Grants() {
    }

    /** What is asked for and granted, in difference to what serves. */
    static PackPlan.Permissions difference(PackGrant before, PackGrant asks, PackGrant granted) {
        return new PackPlan.Permissions(without(words(asks), words(before)), without(words(before), words(asks)), without(words(asks),
                words(granted)));
    }

    static List<String> words(PackGrant grant) {
        List<String> words = new ArrayList<>();
        grant.read().forEach(points -> words.add("read " + points));
        grant.write().forEach(points -> words.add("write " + points));
        grant.commands().forEach(command -> words.add("command " + command));
        if (grant.files()) {
            words.add("files in a folder of its own");
        }
        grant.network().forEach(address -> words.add("connect to " + address));
        IntStream.rangeClosed(1, grant.threads()).forEach(number -> words.add("thread " + number));
        return words;
    }

    private static List<String> without(List<String> words, List<String> others) {
        return words.stream().filter(word -> !others.contains(word)).toList();
    }

    /** What is both asked for and granted: a pack never gets more than it asks for. */
    static PackGrant common(PackGrant asks, PackGrant granted) {
        return new PackGrant(both(asks.read(), granted.read()), both(asks.write(), granted.write()), both(asks.commands(),
                granted.commands()),
                asks.files() && granted.files(), both(asks.network(), granted.network()), Math.min(asks.threads(), granted.threads()));
    }

    private static List<String> both(List<String> asks, List<String> granted) {
        return asks.stream().filter(granted::contains).toList();
    }
}
