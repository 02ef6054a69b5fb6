package org.gemello.maven;

import java.io.File;
import java.io.IOException;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.gemello.api.pack.PackRefusedException;
import org.gemello.gpack.PackKeys;
import org.gemello.gpack.RepositoryIndex;

/** Writes {@code index.yaml} and {@code index.sig} beside the packs of a folder, which then is a repository. */
@Mojo(name = "index", requiresProject = false, threadSafe = true)
public final class IndexMojo extends AbstractMojo {
    /** Folder with packs. */
    @Parameter(property = "gpack.folder", required = true)
    private File folder;
    /** Who signs the index. */
    @Parameter(property = "gpack.publisher", required = true)
    private String publisher;
    /** Ed25519 private key, PKCS #8 in PEM. */
    @Parameter(property = "gpack.key", defaultValue = "${env.GEMELLO_PACK_KEY}", required = true)
    private File key;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        try {
            RepositoryIndex index = RepositoryIndex.of(folder.toPath(), publisher);
            index.write(folder.toPath(), PackKeys.readPrivate(key.toPath()));
            getLog().info(folder + ": " + index.packs().size() + " packs");
        } catch (PackRefusedException e) {
            throw new MojoFailureException(e.getMessage(), e);
        } catch (IOException e) {
            throw new MojoExecutionException("the index cannot be written: " + e, e);
        }
    }
}
