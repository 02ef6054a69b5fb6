package org.gemello.maven;

import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyPair;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.gemello.gpack.PackKeys;

/** Makes a key pair to sign with: {@code NAME.key.pem}, which only its owner can read, and {@code NAME.pub.pem} for everybody. */
@Mojo(name = "keygen", requiresProject = false, threadSafe = true)
public final class KeygenMojo extends AbstractMojo {
    /** Path and beginning of the names of both files. */
    @Parameter(property = "gpack.name", required = true)
    private String name;

    @Override
    public void execute() throws MojoExecutionException {
        try {
            KeyPair pair = PackKeys.generate();
            PackKeys.writePrivate(Path.of(name + ".key.pem").toAbsolutePath(), pair.getPrivate());
            PackKeys.writePublic(Path.of(name + ".pub.pem"), pair.getPublic());
            getLog().info("key " + PackKeys.id(pair.getPublic()) + ": " + name + ".key.pem is for you alone, " + name
                    + ".pub.pem for everybody");
        } catch (IOException e) {
            throw new MojoExecutionException("the key cannot be written: " + e, e);
        }
    }
}
