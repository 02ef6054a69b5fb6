package org.gemello.security.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Who has to wait before the next login. Failures count against the name, so that one password cannot be guessed from everywhere, and against the
 * address, so that many names cannot be tried from one. A user who has logged in from an address before waits there for what failed there alone:
 * nobody elsewhere keeps that one out, however long the guessing goes on. Unknown names count as known ones do.
 */
final class LoginLocks {
    /** Failures of a name. The ceiling is low on purpose: whoever can reach the API can lock a name. */
    static final int FREE = 5;
    static final Duration LONGEST = Duration.ofMinutes(1);
    /** Failures from an address, of whatever names. */
    static final int FREE_OF_ADDRESS = 20;
    static final Duration LONGEST_OF_ADDRESS = Duration.ofMinutes(15);
    static final int MOST = 10_000;
    private final LockOut names;
    private final LockOut addresses;
    private final LockOut pairs;
    /** Pairs of a user and an address that a login has succeeded with; the one that was used longest ago first. */
    private final Map<String, Boolean> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MOST;
        }
    };

    LoginLocks(Clock clock) {
        names = new LockOut(clock, FREE, LONGEST, MOST);
        addresses = new LockOut(clock, FREE_OF_ADDRESS, LONGEST_OF_ADDRESS, MOST);
        pairs = new LockOut(clock, FREE, LONGEST, MOST);
    }

    /** @param address that the login comes from, empty where it is not known: then none is locked */
    synchronized boolean isLocked(String name, String address) {
        String pair = pair(name, address);
        return isKnown(pair) ? pairs.isLocked(pair) : names.isLocked(name) || !address.isEmpty() && addresses.isLocked(AddressBlock.of(address));
    }

    /** @return number of failures in a row of the name */
    synchronized int failed(String name, String address) {
        if (!address.isEmpty()) {
            addresses.failed(AddressBlock.of(address));
        }
        String pair = pair(name, address);
        return isKnown(pair) ? pairs.failed(pair) : names.failed(name);
    }

    /** The address has no fewer failures for that: whoever has one name of the plant would guess the others for ever. */
    synchronized void succeeded(String name, String address) {
        String pair = pair(name, address);
        if (isKnown(pair)) {
            pairs.succeeded(pair);
        } else {
            names.succeeded(name);
            known.put(pair, true);
        }
    }

    /** Lets a name try again at once, from everywhere. */
    synchronized void forgive(String name) {
        names.succeeded(name);
        known.keySet().stream().filter(pair -> pair.startsWith(name + ' ')).forEach(pairs::succeeded);
    }

    private boolean isKnown(String pair) {
        return known.get(pair) != null;
    }

    /** No name of a user has a space. */
    private static String pair(String name, String address) {
        return name + ' ' + AddressBlock.of(address);
    }
}
