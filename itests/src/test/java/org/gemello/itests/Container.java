package org.gemello.itests;

import static org.ops4j.pax.exam.CoreOptions.maven;
import static org.ops4j.pax.exam.CoreOptions.mavenBundle;
import static org.ops4j.pax.exam.CoreOptions.options;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureConsole;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.keepRuntimeFolder;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.logLevel;

import java.io.File;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.karaf.options.LogLevelOption.LogLevel;

/** The container as the tests boot it: the distribution's archive, with folders and ports of its own. */
final class Container {
    private Container() {
    }

    static Option[] booted() {
        Surroundings around = Surroundings.shared();
        return options(
                karafDistributionConfiguration().frameworkUrl(maven("org.gemello", "gemello-distribution").versionAsInProject().type("tar.gz"))
                        .name("gemello").unpackDirectory(new File("target/exam")).useDeployFolder(false),
                configureConsole().ignoreLocalConsole().ignoreRemoteShell(),
                keepRuntimeFolder(),
                logLevel(LogLevel.INFO),
                property("gemello.data", around.data.toString()),
                property("gemello.config", around.config.toString()),
                property("gemello.packs.shipped", around.home.resolve("packs").toString()),
                property("gemello.http.port", Integer.toString(around.httpPort)),
                property("gemello.https.port", Integer.toString(around.httpsPort)),
                property("gemello.ssh.port", Integer.toString(around.sshPort)),
                property("gemello.twins.call-limit", "120"), // a busy machine is no fault of a pack
                property("itest.opcua.port", Integer.toString(around.plant.opcUaPort())),
                property("itest.mqtt.port", Integer.toString(around.mqttPort)),
                property("itest.aux.port", Integer.toString(around.auxPort)),
                // the distribution fetches nothing at run time; the test's own bundles come from the build's local repository
                editConfigurationFilePut("etc/org.ops4j.pax.url.mvn.cfg", "org.ops4j.pax.url.mvn.localRepository",
                        System.getProperty("maven.repo.local", System.getProperty("user.home") + "/.m2/repository")),
                mavenBundle("org.gemello", "gemello-testkit").versionAsInProject());
    }

    private static Option property(String name, String value) {
        return editConfigurationFilePut("etc/system.properties", name, value);
    }
}
