package org.gemello.rest.internal;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.gemello.api.Role;
import org.gemello.rest.internal.contract.ProofJson;
import org.gemello.rest.internal.contract.UserJson;
import org.gemello.rest.internal.contract.UserRequestJson;
import org.gemello.rest.internal.contract.UsersApi;
import org.gemello.rest.internal.mapping.UserMapping;
import org.gemello.rest.internal.problem.Asked;
import org.gemello.rest.internal.request.Condition;
import org.gemello.rest.internal.request.Page;
import org.gemello.rest.internal.request.Requester;
import org.gemello.security.UserStore;
import org.gemello.security.UserView;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsExtensionSelect;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** The local users, for administrators; the own second factor, for everybody. The store audits every change itself. */
@Component(service = UsersResource.class, scope = ServiceScope.PROTOTYPE)
@JakartarsResource
@JakartarsExtensionSelect(ApiFeature.SELECT)
public class UsersResource implements UsersApi {
    private final UserStore users;
    private final Permits permits;
    @Context
    private SecurityContext security;

    @Activate
    public UsersResource(@Reference UserStore users, @Reference Permits permits) {
        this.users = users;
        this.permits = permits;
    }

    @Override
    public List<UserJson> listUsers(Integer limit, String cursor) {
        permits.person(Role.ADMINISTRATOR, security, "user.list", "");
        return Page.sorted(users.users(), UserView::name, cursor, limit).map(UserMapping::of);
    }

    @Override
    public UserJson getUser(String name) {
        permits.person(Role.ADMINISTRATOR, security, "user.read", name);
        return find(name);
    }

    private UserJson find(String name) {
        return users.users().stream().filter(user -> user.name().equals(name)).findFirst().map(UserMapping::of)
                .orElseThrow(() -> Asked.notFound("there is no user '" + name + "'"));
    }

    private void check(String ifMatch, String name) {
        if (ifMatch != null) {
            new Condition(ifMatch, false).check(find(name));
        }
    }

    @Override
    public UserJson putUser(String name, UserRequestJson asked, String ifMatch) {
        Requester requester = permits.person(Role.ADMINISTRATOR, security, "user.put", name);
        check(ifMatch, name);
        char[] password = asked.getPassword() == null ? null : asked.getPassword().toCharArray();
        return Asked.of("body", () -> {
            users.put(name, password, UserMapping.roles(asked.getRoles()), requester.caller());
            return find(name);
        });
    }

    @Override
    public void removeUser(String name, String ifMatch) {
        Requester requester = permits.person(Role.ADMINISTRATOR, security, "user.remove", name);
        check(ifMatch, name);
        if (!Asked.of("name", () -> users.remove(name, requester.caller()))) {
            throw Asked.notFound("there is no user '" + name + "'");
        }
    }

    @Override
    public void dropSecondFactor(String name, ProofJson proof) {
        Requester requester = Requester.of(security);
        if (!requester.getName().equals(name)) {
            permits.person(Role.ADMINISTRATOR, security, "user.second-factor", name);
        }
        if (!Asked.allowed(() -> users.dropSecondFactor(name, requester.caller(), proof.getPresent().toCharArray(), proof.getCode()))) {
            throw Asked.notFound("there is no user '" + name + "' with a second factor");
        }
    }
}
