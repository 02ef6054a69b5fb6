package org.gemello.rest.internal;

import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import org.gemello.rest.internal.problem.ProblemMapper;
import org.gemello.rest.internal.request.AnswerStatus;
import org.gemello.rest.internal.request.AuthenticationFilter;
import org.gemello.rest.internal.request.BodyLimit;
import org.gemello.rest.internal.request.ContractValidator;
import org.gemello.rest.internal.request.InstantParameters;
import org.gemello.rest.internal.request.SecurityHeaders;
import org.gemello.rest.internal.request.TraceFilter;
import org.gemello.rest.internal.request.UnreadBody;
import org.gemello.security.Audit;
import org.gemello.security.UserStore;
import org.glassfish.jersey.internal.inject.AbstractBinder;
import org.glassfish.jersey.server.internal.inject.ConfiguredValidator;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsExtension;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsName;

/**
 * All that stands around the resources. It is one extension, and every resource selects it: none of them is ever reachable
 * without authentication, validation and problem documents.
 */
@Component(service = Feature.class)
@JakartarsExtension
@JakartarsName(ApiFeature.NAME)
public final class ApiFeature implements Feature {
    static final String NAME = "gemello-api";
    static final String SELECT = "(osgi.jakartars.name=" + NAME + ")";
    private final UserStore users;
    private final Audit audit;
    private final ContractValidator validator = new ContractValidator();

    @Activate
    public ApiFeature(@Reference UserStore users, @Reference Audit audit) {
        this.users = users;
        this.audit = audit;
    }

    @Override
    public boolean configure(FeatureContext context) {
        context.register(new TraceFilter()).register(new AuthenticationFilter(users, audit)).register(new SecurityHeaders())
                .register(new BodyLimit()).register(new Json()).register(new InstantParameters()).register(new ProblemMapper())
                .register(new AnswerStatus()).register(new UnreadBody()).register(new AbstractBinder() {
                    @Override
                    protected void configure() {
                        bind(validator).to(ConfiguredValidator.class);
                    }
                });
        return true;
    }
}
