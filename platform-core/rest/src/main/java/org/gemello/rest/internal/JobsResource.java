package org.gemello.rest.internal;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.gemello.api.Role;
import org.gemello.api.job.JobView;
import org.gemello.rest.internal.contract.JobJson;
import org.gemello.rest.internal.contract.JobsApi;
import org.gemello.rest.internal.mapping.JobMapping;
import org.gemello.rest.internal.problem.Asked;
import org.gemello.rest.internal.request.Page;
import org.gemello.rest.internal.request.Requester;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsExtensionSelect;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Long work. */
@Component(service = JobsResource.class, scope = ServiceScope.PROTOTYPE)
@JakartarsResource
@JakartarsExtensionSelect(ApiFeature.SELECT)
public class JobsResource implements JobsApi {
    private final Platform platform;
    private final Permits permits;
    private final Sights sights;
    @Context
    private SecurityContext security;

    @Activate
    public JobsResource(@Reference Platform platform, @Reference Permits permits, @Reference Sights sights) {
        this.platform = platform;
        this.permits = permits;
        this.sights = sights;
    }

    @Override
    public List<JobJson> listJobs(Integer limit, String cursor) {
        return Page.following(platform.jobs().jobs().stream().filter(this::isSeen).toList(), JobView::id, cursor, limit).map(JobMapping::of);
    }

    @Override
    public JobJson getJob(String jobId) {
        return JobMapping.of(job(jobId));
    }

    @Override
    public JobJson cancelJob(String jobId) {
        JobView job = job(jobId);
        boolean own = job.caller().equals(Requester.of(security).getName());
        permits.require(own ? Role.OPERATOR : Role.ENGINEER, security, "job.cancel", jobId, job.title());
        if (!platform.jobs().cancel(jobId)) {
            throw Asked.conflict("the job has ended already: " + job(jobId).state());
        }
        return JobMapping.of(job(jobId));
    }

    /** Whoever does not see every twin follows what was started by that caller; what a job is about is not known here. */
    private boolean isSeen(JobView job) {
        return sights.of(security).seesAll() || job.caller().equals(Requester.of(security).getName());
    }

    private JobView job(String id) {
        return platform.jobs().job(id).filter(this::isSeen).orElseThrow(() -> Asked.notFound("there is no job '" + id + "'"));
    }
}
