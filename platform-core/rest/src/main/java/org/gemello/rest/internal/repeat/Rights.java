package org.gemello.rest.internal.repeat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gemello.security.policy.Policy;
import org.gemello.security.policy.PolicyStore;
import org.gemello.security.policy.Who;

/**
 * What a caller may do, as a text that stays the same as long as that does: from the roles, the twins of a key, and the policies that speak of the
 * caller. An answer that was given under other rights is not given again; whether it could be would depend on what is in it.
 */
final class Rights {
    private Rights() {
    }

    static String of(Who who, PolicyStore policies) {
        Set<String> own = policies.policies().of(who).all().stream().map(Policy::id).collect(Collectors.toSet());
        String kept = policies.list().stream().filter(each -> own.contains(each.policy().id()))
                .map(each -> each.policy().id() + ' ' + each.revision()).sorted().collect(Collectors.joining("\n"));
        String text = new TreeSet<>(who.caller().roles()) + "\n" + who.twins().patterns() + '\n' + kept;
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
