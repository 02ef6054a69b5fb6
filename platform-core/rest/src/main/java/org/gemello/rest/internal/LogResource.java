package org.gemello.rest.internal;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.gemello.api.Role;
import org.gemello.api.log.ConsumerGroup;
import org.gemello.rest.internal.contract.LogApi;
import org.gemello.rest.internal.contract.LogGroupJson;
import org.gemello.rest.internal.mapping.SourceMapping;
import org.gemello.rest.internal.problem.Asked;
import org.gemello.rest.internal.request.Page;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsExtensionSelect;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Who reads the sample log, and holds it back. */
@Component(service = LogResource.class, scope = ServiceScope.PROTOTYPE)
@JakartarsResource
@JakartarsExtensionSelect(ApiFeature.SELECT)
public class LogResource implements LogApi {
    private final Platform platform;
    private final Permits permits;
    @Context
    private SecurityContext security;

    @Activate
    public LogResource(@Reference Platform platform, @Reference Permits permits) {
        this.platform = platform;
        this.permits = permits;
    }

    @Override
    public List<LogGroupJson> listLogGroups(Integer limit, String cursor) {
        return Page.following(platform.log().groups(), ConsumerGroup::name, cursor, limit).map(SourceMapping::of);
    }

    @Override
    public void forgetLogGroup(String group) {
        permits.require(Role.ADMINISTRATOR, security, "log.group.forget", group, "");
        if (!Asked.of("group", () -> platform.log().forget(group))) {
            throw Asked.notFound("there is no consumer group '" + group + "'");
        }
    }
}
