package org.gemello.rest.internal;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.gemello.api.Role;
import org.gemello.rest.internal.contract.PoliciesApi;
import org.gemello.rest.internal.contract.PolicyJson;
import org.gemello.rest.internal.contract.PolicyRequestJson;
import org.gemello.rest.internal.mapping.PolicyMapping;
import org.gemello.rest.internal.problem.Asked;
import org.gemello.rest.internal.problem.Problems;
import org.gemello.rest.internal.request.Condition;
import org.gemello.rest.internal.request.Page;
import org.gemello.rest.internal.request.Requester;
import org.gemello.security.policy.KeptPolicy;
import org.gemello.security.policy.PolicyStore;
import org.gemello.security.policy.StalePolicyException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsExtensionSelect;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** The policies, for administrators. The store audits every change itself. */
@Component(service = PoliciesResource.class, scope = ServiceScope.PROTOTYPE)
@JakartarsResource
@JakartarsExtensionSelect(ApiFeature.SELECT)
public class PoliciesResource implements PoliciesApi {
    private final PolicyStore policies;
    private final Permits permits;
    @Context
    private SecurityContext security;

    @Activate
    public PoliciesResource(@Reference PolicyStore policies, @Reference Permits permits) {
        this.policies = policies;
        this.permits = permits;
    }

    @Override
    public List<PolicyJson> listPolicies(Integer limit, String cursor) {
        permits.holds(Role.ADMINISTRATOR, security, "policy.list", "");
        return Page.following(policies.list().stream().map(PolicyMapping::of).toList(), PolicyJson::getId, cursor, limit);
    }

    @Override
    public PolicyJson getPolicy(String policyId) {
        permits.holds(Role.ADMINISTRATOR, security, "policy.read", policyId);
        return PolicyMapping.of(find(policyId));
    }

    @Override
    public PolicyJson putPolicy(String policyId, PolicyRequestJson asked, String ifMatch, String ifNoneMatch) {
        Requester requester = permits.person(Role.ADMINISTRATOR, security, "policy.put", policyId);
        Condition condition = Condition.of(ifMatch, ifNoneMatch);
        Optional<KeptPolicy> present = policies.find(policyId);
        if (present.isPresent() || !condition.absent()) {
            condition.check(PolicyMapping.of(present.orElseGet(() -> find(policyId))));
        }
        long expected = present.map(KeptPolicy::revision).orElse(KeptPolicy.ABSENT);
        return unlessStale(() -> PolicyMapping.of(Asked.of("body",
                () -> policies.put(PolicyMapping.policy(policyId, asked), expected, requester.caller()))));
    }

    @Override
    public void removePolicy(String policyId, String ifMatch) {
        Requester requester = permits.person(Role.ADMINISTRATOR, security, "policy.remove", policyId);
        KeptPolicy present = find(policyId);
        Condition.of(ifMatch, null).check(PolicyMapping.of(present));
        unlessStale(() -> {
            policies.remove(policyId, present.revision(), requester.caller());
            return true;
        });
    }

    private KeptPolicy find(String id) {
        return policies.find(id).orElseThrow(() -> Asked.notFound("there is no policy '" + id + "'"));
    }

    /** Somebody may come between the check of the condition and the change. */
    private static <T> T unlessStale(Supplier<T> change) {
        try {
            return change.get();
        } catch (StalePolicyException e) {
            throw new ClientErrorException(Problems.response(Status.PRECONDITION_FAILED, e.getMessage()));
        }
    }
}
