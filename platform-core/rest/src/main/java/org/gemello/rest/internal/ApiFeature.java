package org.gemello.rest.internal;

import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.gemello.rest.internal.metric.HttpMeter;
import org.gemello.rest.internal.problem.ProblemMapper;
import org.gemello.rest.internal.repeat.AnswerKeeper;
import org.gemello.rest.internal.repeat.KeptAnswers;
import org.gemello.rest.internal.repeat.RepeatedRequests;
import org.gemello.rest.internal.request.AnswerBytes;
import org.gemello.rest.internal.request.AnswerStatus;
import org.gemello.rest.internal.request.AuthenticationFilter;
import org.gemello.rest.internal.request.BodyLimit;
import org.gemello.rest.internal.request.ContractRoutes;
import org.gemello.rest.internal.request.ContractValidator;
import org.gemello.rest.internal.request.CurrentSecurity;
import org.gemello.rest.internal.request.EntityTags;
import org.gemello.rest.internal.request.FilterChain;
import org.gemello.rest.internal.request.FlagParameters;
import org.gemello.rest.internal.request.InstantParameters;
import org.gemello.rest.internal.request.NextLink;
import org.gemello.rest.internal.request.Origin;
import org.gemello.rest.internal.request.Proxies;
import org.gemello.rest.internal.request.RateLimit;
import org.gemello.rest.internal.request.SecurityHeaders;
import org.gemello.rest.internal.request.TraceFilter;
import org.gemello.rest.internal.request.UnreadBody;
import org.gemello.security.ApiKeys;
import org.gemello.security.Audit;
import org.gemello.security.OpenIdConnect;
import org.gemello.security.Sessions;
import org.gemello.security.UserStore;
import org.gemello.security.policy.PolicyStore;
import org.glassfish.jersey.internal.inject.AbstractBinder;
import org.glassfish.jersey.server.ServerProperties;
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
@Component(service = Feature.class, configurationPid = "org.gemello.rest")
@JakartarsExtension
@JakartarsName(ApiFeature.NAME)
public final class ApiFeature implements Feature {
    static final String NAME = "gemello-api";
    public static final String SELECT = "(osgi.jakartars.name=" + NAME + ")";
    private final HttpMeter meter;
    private final KeptAnswers answers;
    private final PolicyStore policies;
    private final Origin origin;
    private final AuthenticationFilter authentication;
    private final ContractValidator validator = new ContractValidator();

    /** What {@code etc/org.gemello.rest.cfg} may set. */
    @interface Limits {
        /** Key {@code requests.perSecond}: requests of one user in the long run. */
        int requests_perSecond() default 1_000;

        /** Key {@code requests.burst}: requests of one user at once. */
        int requests_burst() default 5_000;

        /** Key {@code proxies}: addresses of the proxies whose word is taken for where a request comes from, with commas. */
        String proxies() default "";

        /** Key {@code proxies.header}: what they write, {@code X-Forwarded-For} or {@code Forwarded}. */
        String proxies_header() default "X-Forwarded-For";
    }

    @Activate
    public ApiFeature(@Reference UserStore users, @Reference Sessions sessions, @Reference ApiKeys keys, @Reference Audit audit, @Reference OpenIdConnect openId,
                      @Reference HttpMeter meter, @Reference KeptAnswers answers, @Reference PolicyStore policies, Limits limits) {
        this(users, sessions, keys, audit, openId, meter, answers, policies, new RateLimit(limits.requests_perSecond(), limits.requests_burst(), System::nanoTime),
                Proxies.of(limits.proxies(), limits.proxies_header()));
    }

    ApiFeature(UserStore users, Sessions sessions, ApiKeys keys, Audit audit, OpenIdConnect openId, HttpMeter meter, KeptAnswers answers, PolicyStore policies,
               RateLimit limit, Proxies proxies) {
        this.meter = meter;
        this.answers = answers;
        this.policies = policies;
        this.origin = new Origin(proxies);
        this.authentication = new AuthenticationFilter(users, sessions, keys, openId, origin, limit, audit);
    }

    @Override
    public boolean configure(FeatureContext context) {
        CurrentSecurity current = new CurrentSecurity();
        TraceFilter trace = new TraceFilter();
        context.register(new ContractRoutes()).register(origin)
                .register(new FilterChain(List.of(current, meter, trace, authentication),
                        List.of(new UnreadBody(), new NextLink(), new AnswerStatus(), new SecurityHeaders(), new EntityTags(), trace, meter, new AnswerBytes(),
                                new AnswerKeeper(answers), current)))
                .property(ServerProperties.OUTBOUND_CONTENT_LENGTH_BUFFER, 0).register(new RepeatedRequests(answers, policies))
                .register(new BodyLimit()).register(new Json()).register(new InstantParameters()).register(new FlagParameters()).register(new ProblemMapper())
                .register(new AbstractBinder() {
                    @Override
                    protected void configure() {
                        bind(validator).to(ConfiguredValidator.class);
                        bind(current).to(SecurityContext.class).ranked(1); // before Jersey's own
                    }
                });
        return true;
    }
}
