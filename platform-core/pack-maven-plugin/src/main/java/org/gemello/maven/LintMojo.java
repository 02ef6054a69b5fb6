package org.gemello.maven;

import java.io.File;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;
import org.gemello.api.pack.PackRefusedException;
import org.gemello.gpack.Finding;
import org.gemello.gpack.ImportRules;
import org.gemello.gpack.PackFile;
import org.gemello.gpack.PackLint;

/** Fails the build where the pack does what it does not ask for, or is not complete. */
@Mojo(name = "lint", defaultPhase = LifecyclePhase.PACKAGE, requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
        threadSafe = true)
public final class LintMojo extends AbstractMojo {
    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;
    /** The pack that is looked at. */
    @Parameter(property = "gpack.file", defaultValue = "${project.build.directory}/${project.build.finalName}.gpack")
    private File file;
    /** Whether warnings fail the build too. */
    @Parameter(property = "gpack.strict", defaultValue = "false")
    private boolean strict;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        try (PackFile pack = PackFile.open(file.toPath())) {
            List<Finding> findings = new PackLint(platform()).check(pack);
            findings.forEach(finding -> {
                if (finding.isError()) {
                    getLog().error(finding.place() + ": " + finding.text());
                } else {
                    getLog().warn(finding.place() + ": " + finding.text());
                }
            });
            long failing = findings.stream().filter(finding -> strict || finding.isError()).count();
            if (failing > 0) {
                throw new MojoFailureException(file.getName() + ": " + failing + " findings of the lint, see above");
            }
        } catch (PackRefusedException e) {
            throw new MojoFailureException(e.getMessage(), e);
        } catch (IOException e) {
            throw new MojoExecutionException(file + " cannot be read: " + e, e);
        }
    }

    /** The platform that the pack is built against: what the Gemello dependencies export. */
    private Map<String, String> platform() throws IOException {
        Map<String, String> versions = new HashMap<>();
        for (Artifact artifact : project.getArtifacts()) {
            boolean platform = artifact.getArtifactId().equals("gemello-api") || artifact.getArtifactId().equals("gemello-spi");
            if (platform && artifact.getGroupId().equals("org.gemello") && artifact.getFile().isFile()) {
                try (JarFile jar = new JarFile(artifact.getFile())) {
                    versions.putAll(ImportRules.versions(jar.getManifest().getMainAttributes().getValue("Export-Package")));
                }
            }
        }
        return versions;
    }
}
