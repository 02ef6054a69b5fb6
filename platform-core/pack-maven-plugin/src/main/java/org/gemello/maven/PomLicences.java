package org.gemello.maven;

import java.util.List;
import java.util.function.Function;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.License;
import org.apache.maven.model.building.ModelBuildingRequest;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.DefaultProjectBuildingRequest;
import org.apache.maven.project.ProjectBuilder;
import org.apache.maven.project.ProjectBuildingException;
import org.apache.maven.project.ProjectBuildingRequest;

/** Licences as the POM of an artifact states them, or one of its parents. */
final class PomLicences implements Function<Artifact, List<License>> {
    private final ProjectBuilder poms;
    private final MavenSession session;
    private final Log log;

    PomLicences(ProjectBuilder poms, MavenSession session, Log log) {
        this.poms = poms;
        this.session = session;
        this.log = log;
    }

    @Override
    public List<License> apply(Artifact artifact) {
        ProjectBuildingRequest request = new DefaultProjectBuildingRequest(session.getProjectBuildingRequest());
        request.setProject(null);
        request.setProcessPlugins(false);
        request.setResolveDependencies(false);
        request.setValidationLevel(ModelBuildingRequest.VALIDATION_LEVEL_MINIMAL);
        try {
            return poms.build(artifact, true, request).getProject().getLicenses();
        } catch (ProjectBuildingException e) {
            log.warn("the POM of " + artifact + " cannot be read, the bill of materials does not state its licence: " + e.getMessage());
            return List.of();
        }
    }
}
