package org.gemello.rest.internal;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Duration;
import java.util.List;
import org.gemello.api.Role;
import org.gemello.rest.internal.contract.ApiKeyJson;
import org.gemello.rest.internal.contract.ApiKeyRequestJson;
import org.gemello.rest.internal.contract.KeysApi;
import org.gemello.rest.internal.contract.NewApiKeyJson;
import org.gemello.rest.internal.mapping.SecurityMapping;
import org.gemello.rest.internal.problem.Asked;
import org.gemello.rest.internal.request.Page;
import org.gemello.rest.internal.request.Requester;
import org.gemello.security.ApiKey;
import org.gemello.security.ApiKeys;
import org.gemello.security.policy.Globs;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsExtensionSelect;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** The keys of programs, for administrators. The store audits every change itself. */
@Component(service = KeysResource.class, scope = ServiceScope.PROTOTYPE)
@JakartarsResource
@JakartarsExtensionSelect(ApiFeature.SELECT)
public class KeysResource implements KeysApi {
    private final ApiKeys keys;
    private final Permits permits;
    @Context
    private SecurityContext security;

    @Activate
    public KeysResource(@Reference ApiKeys keys, @Reference Permits permits) {
        this.keys = keys;
        this.permits = permits;
    }

    @Override
    public List<ApiKeyJson> listKeys(Integer limit, String cursor) {
        permits.person(Role.ADMINISTRATOR, security, "key.list", "");
        return Page.following(keys.keys(), ApiKey::id, cursor, limit).map(SecurityMapping::of);
    }

    @Override
    public NewApiKeyJson createKey(ApiKeyRequestJson asked) {
        Requester requester = permits.person(Role.ADMINISTRATOR, security, "key.create", asked.getName());
        Globs twins = Asked.of("twins", () -> new Globs(asked.getTwins()));
        return SecurityMapping.of(Asked.of("name", () -> keys.create(asked.getName(), Role.valueOf(asked.getRole().name()), twins,
                Duration.ofDays(asked.getDays()), requester.caller())));
    }

    @Override
    public void revokeKey(String keyId) {
        Requester requester = permits.person(Role.ADMINISTRATOR, security, "key.revoke", keyId);
        if (!keys.revoke(keyId, requester.caller())) {
            throw Asked.notFound("there is no key '" + keyId + "'");
        }
    }
}
