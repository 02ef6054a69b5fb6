package org.gemello.security.internal.oidc;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.gemello.api.Caller;
import org.gemello.api.Role;
import org.gemello.security.OpenIdConnect;
import org.gemello.security.OpenIdRefusedException;
import org.gemello.security.OpenIdRefusedException.Reason;

/** Who a token is about, and what that one may do here. */
final class Claims {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,99}");

    private Claims() {
    }

    /** @throws OpenIdRefusedException where the claims give no name or no role */
    static Caller caller(JWTClaimsSet claims, Settings settings) {
        Object name = claims.getClaim(settings.nameClaim());
        if (!(name instanceof String text) || !NAME.matcher(text).matches()) {
            throw new OpenIdRefusedException(Reason.REFUSED, "claim '" + settings.nameClaim() + "' is no name of the form " + NAME.pattern());
        }
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String value : values(claims.getClaims(), settings.roleClaim())) {
            roles.addAll(settings.roles().getOrDefault(value, Set.of()));
        }
        if (roles.isEmpty()) {
            throw new OpenIdRefusedException(Reason.NO_ROLE, "claim '" + settings.roleClaim() + "' of " + text + " has nothing that is a role here");
        }
        return new Caller(OpenIdConnect.CALLER + text, roles);
    }

    /** Texts at a path: one, or those of a list. */
    private static List<String> values(Object claims, String path) {
        Object at = claims;
        for (String step : path.split("[.]")) {
            at = at instanceof Map<?, ?> map ? map.get(step) : null;
        }
        if (at instanceof Collection<?> many) {
            return many.stream().filter(String.class::isInstance).map(String.class::cast).toList();
        }
        return at instanceof String one ? List.of(one) : List.of();
    }
}
