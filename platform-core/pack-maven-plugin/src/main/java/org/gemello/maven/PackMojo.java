package org.gemello.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.MavenProjectHelper;
import org.apache.maven.project.ProjectBuilder;
import org.gemello.api.pack.PackRefusedException;
import org.gemello.gpack.PackBuilder;
import org.gemello.gpack.PackManifest;

/** Builds the pack: the module's bundle, other bundles, what lies in {@code src/main/pack}, and the bill of materials. Not signed. */
@Mojo(name = "pack", defaultPhase = LifecyclePhase.PACKAGE, requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
        threadSafe = true)
public final class PackMojo extends AbstractMojo {
    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;
    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;
    /** Folder with {@code pack.yaml} and what it names. */
    @Parameter(defaultValue = "${project.basedir}/src/main/pack")
    private File source;
    /** The pack that is written. */
    @Parameter(property = "gpack.file", defaultValue = "${project.build.directory}/${project.build.finalName}.gpack")
    private File file;
    /** Further bundles among the dependencies, as {@code groupId:artifactId}. */
    @Parameter
    private List<String> bundles = List.of();
    /** Bill of materials made by another plugin, CycloneDX in JSON; without it this goal writes one. */
    @Parameter
    private File sbom;
    private final MavenProjectHelper helper;

    private final ProjectBuilder poms;

    @Inject
    PackMojo(MavenProjectHelper helper, ProjectBuilder poms) {
        this.helper = helper;
        this.poms = poms;
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        try {
            List<Path> jars = jars();
            PackBuilder builder = new PackBuilder(source.toPath());
            jars.forEach(builder::bundle);
            builder.sbom(sbom != null ? Files.readAllBytes(sbom.toPath()) : new BillOfMaterials(project, jars, new PomLicences(poms, session, getLog())).toJson());
            PackManifest manifest = builder.write(file.toPath(), project.getVersion());
            helper.attachArtifact(project, "gpack", file);
            getLog().info(file + ": " + manifest.id() + " " + manifest.version() + ", " + manifest.files().size() + " files");
        } catch (PackRefusedException | IllegalArgumentException e) {
            throw new MojoFailureException(e.getMessage(), e);
        } catch (IOException e) {
            throw new MojoExecutionException("the pack cannot be built: " + e, e);
        }
    }

    private List<Path> jars() throws MojoFailureException {
        List<Path> jars = new ArrayList<>();
        if (project.getArtifact().getFile() != null && project.getArtifact().getFile().isFile()) {
            jars.add(project.getArtifact().getFile().toPath());
        }
        for (String wanted : bundles) {
            Artifact found = project.getArtifacts().stream().filter(each -> wanted.equals(each.getGroupId() + ":"
                    + each.getArtifactId())).findFirst()
                    .orElseThrow(() -> new MojoFailureException("bundle " + wanted + " is not among the dependencies; add it"));
            jars.add(found.getFile().toPath());
        }
        if (jars.isEmpty()) {
            throw new MojoFailureException("there is no bundle; run this goal after the jar is made, or name 'bundles'");
        }
        return jars;
    }
}
