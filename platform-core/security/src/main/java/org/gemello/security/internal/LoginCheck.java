package org.gemello.security.internal;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BiPredicate;
import org.gemello.api.TraceId;
import org.gemello.security.Audit;
import org.gemello.security.AuditEvent;
import org.gemello.security.AuditEvent.Outcome;
import org.gemello.security.Login;

/** Holds logins against users: one hash at a time, and a pause for names and addresses after failures. */
final class LoginCheck {
    static final int LONGEST_PASSWORD = 128;
    /** How long a login may wait for its turn. */
    private static final int PATIENCE_SECONDS = 5;
    /** Each that waits holds a thread of the server. */
    static final int MOST_WAITING = 20;
    private final Audit audit;
    private final LoginLocks locks;
    private final LoginMemory memory;
    private final PasswordHash nobody;
    private final BiPredicate<String, String> codes;
    /** A flood of logins may cost one processor and the memory of one hash, not the data plane. */
    private final Semaphore turn = new Semaphore(1, true);

    /** @param codes takes the name of a user and a code; true once for each code of the second factor */
    LoginCheck(Clock clock, Audit audit, PasswordHash nobody, BiPredicate<String, String> codes) {
        this.audit = audit;
        this.locks = new LoginLocks(clock);
        this.memory = new LoginMemory(clock);
        this.nobody = nobody;
        this.codes = codes;
    }

    /** The user where this password was right lately and there is no second factor. */
    Optional<User> remembered(User user, char[] password, String address) {
        return Optional.ofNullable(user).filter(known -> !known.factor().isSet() && password.length <= LONGEST_PASSWORD
                && !locks.isLocked(known.name(), address) && memory.knows(known, password));
    }

    /** @param user null where there is none of the name */
    Login logIn(String name, User user, char[] password, String code, String address) {
        if (name.length() > User.LONGEST_NAME || password.length > LONGEST_PASSWORD || locks.isLocked(name, address) || !awaitTurn()) {
            return Login.REFUSED;
        }
        try {
            // many may have waited while the first of them locked the name or the address
            return locks.isLocked(name, address) ? Login.REFUSED : inTurn(name, user, password, code, address);
        } finally {
            turn.release();
        }
    }

    private Login inTurn(String name, User user, char[] password, String code, String address) {
        boolean right = (user == null ? nobody : user.hash()).matches(password) && user != null;
        if (right && user.factor().isSet() && code.isEmpty()) {
            return Login.NEEDS_CODE;
        }
        if (!right || user.factor().isSet() && !codes.test(name, code)) {
            int inARow = locks.failed(name, address);
            audit.note(new AuditEvent(name, "login", name, Outcome.REFUSED, (right ? "wrong code, " : "") + "failure " + inARow + " in a row"
                    + (address.isEmpty() ? "" : ", from " + address), TraceId.NONE));
            return Login.REFUSED;
        }
        locks.succeeded(name, address);
        memory.add(user, password);
        return Login.of(user.caller());
    }

    /** Whether this is the user's password; a wrong one counts as a failure, a right one does not log in. */
    boolean isRight(User user, char[] password) {
        return logIn(user.name(), user.with(SecondFactor.NONE), password, "", "").caller().isPresent();
    }

    private boolean awaitTurn() {
        try {
            return turn.getQueueLength() < MOST_WAITING && turn.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Lets a name try again at once. */
    void forgive(String name) {
        locks.forgive(name);
    }

    void forget(String name) {
        memory.forget(name);
    }
}
