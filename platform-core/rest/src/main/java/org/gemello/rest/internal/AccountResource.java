package org.gemello.rest.internal;

import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.SecurityContext;
import org.gemello.rest.internal.contract.AccountApi;
import org.gemello.rest.internal.contract.CodeConfirmationJson;
import org.gemello.rest.internal.contract.PasswordChangeJson;
import org.gemello.rest.internal.contract.ProofJson;
import org.gemello.rest.internal.contract.SecondFactorJson;
import org.gemello.rest.internal.contract.SecondFactorStateJson;
import org.gemello.rest.internal.problem.Asked;
import org.gemello.rest.internal.problem.Problems;
import org.gemello.rest.internal.request.Requester;
import org.gemello.security.UserStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsExtensionSelect;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** What users change of themselves. */
@Component(service = AccountResource.class, scope = ServiceScope.PROTOTYPE)
@JakartarsResource
@JakartarsExtensionSelect(ApiFeature.SELECT)
public class AccountResource implements AccountApi {
    private final UserStore users;
    @Context
    private SecurityContext security;

    @Activate
    public AccountResource(@Reference UserStore users) {
        this.users = users;
    }

    @Override
    public void changePassword(PasswordChangeJson change) {
        String name = Requester.of(security).getName();
        if (!Asked.of("next", () -> users.changePassword(name, change.getPresent().toCharArray(), change.getNext().toCharArray()))) {
            throw new ForbiddenException(Problems.response(Status.FORBIDDEN,
                    "the present password is wrong, or the name has to wait after repeated failures"));
        }
    }

    @Override
    public SecondFactorStateJson getSecondFactor() {
        String name = Requester.of(security).getName();
        return new SecondFactorStateJson().active(users.users().stream().anyMatch(user -> user.name().equals(name) && user.secondFactor()));
    }

    @Override
    public SecondFactorJson offerSecondFactor(ProofJson proof) {
        String name = Requester.of(security).getName();
        String secret = Asked.allowed(() -> Asked.of("user", () -> users.offerSecondFactor(name, proof.getPresent().toCharArray(), proof.getCode())));
        return new SecondFactorJson().secret(secret).uri("otpauth://totp/Gemello:" + name + "?secret=" + secret + "&issuer=Gemello");
    }

    @Override
    public void confirmSecondFactor(CodeConfirmationJson confirmation) {
        if (!users.confirmSecondFactor(Requester.of(security).getName(), confirmation.getCode())) {
            throw Asked.conflict("the code is not one of the secret that was offered last; is the phone's clock right?");
        }
    }
}
