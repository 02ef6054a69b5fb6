package org.gemello.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.PrivilegedExceptionAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import javax.inject.Inject;
import javax.security.auth.Subject;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.apache.karaf.jaas.boot.principal.UserPrincipal;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.api.console.SessionFactory;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerSuite;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;

/** The container itself: what runs, what does not, who may come in. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerSuite.class)
public class PlatformIT {
    @Inject
    private BundleContext bundles;
    @Inject
    private SessionFactory sessions;

    @Configuration
    public static Option[] container() {
        return Container.booted();
    }

    @Test
    public void allBundlesAreActive() {
        List<String> other = new ArrayList<>();
        for (Bundle bundle : bundles.getBundles()) {
            boolean fragment = bundle.getHeaders().get(Constants.FRAGMENT_HOST) != null;
            if (bundle.getState() != (fragment ? Bundle.RESOLVED : Bundle.ACTIVE)) {
                other.add(bundle.getSymbolicName() + " is in state " + bundle.getState());
            }
        }
        assertEquals(List.of(), other);
    }

    @Test
    public void everyPartIsReady() throws Exception {
        Api.await("readiness", () -> Api.anonymous().status("/health/ready") == 200);
        JsonNode health = Api.anonymous().get("/health/ready");
        List<String> parts = new ArrayList<>();
        health.get("parts").forEach(part -> parts.add(part.get("part").asText()));
        assertTrue(parts.toString(), parts.containsAll(List.of("configuration", "connections", "history", "log", "routes", "runtime")));
        assertEquals(200, Api.anonymous().status("/health/live"));
    }

    @Test
    public void whatNobodyNeedsIsNotThere() {
        for (Bundle bundle : bundles.getBundles()) {
            String name = String.valueOf(bundle.getSymbolicName());
            for (String unwanted : List.of("karaf.kar", "karaf.deployer", "karaf.webconsole", "karaf.instance", "karaf.jdbc", "pax.web", "jolokia")) {
                assertFalse(name, name.contains(unwanted));
            }
        }
    }

    @Test
    public void thereIsNoDefaultUserAndTheFirstPasswordIsSecret() throws Exception {
        assertEquals(401, Api.anonymous().status("/twins"));
        for (String guess : List.of("karaf", "admin", "gemello", "")) {
            assertEquals(401, Api.as("karaf", guess).status("/twins"));
            assertEquals(401, Api.as("admin", guess).status("/twins"));
        }
        Path password = Path.of(System.getProperty("gemello.data"), "secrets", "admin-password");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(password)));
        assertEquals(200, Api.administrator().status("/twins"));
    }

    @Test
    public void theContainerFetchesNothingAtRunTimeAndItsCommandsNeedAnAdministrator() throws Exception {
        Properties maven = new Properties();
        try (InputStream in = Files.newInputStream(Path.of(System.getProperty("karaf.etc"), "org.ops4j.pax.url.mvn.cfg"))) {
            maven.load(in);
        }
        assertEquals("", maven.getProperty("org.ops4j.pax.url.mvn.repositories").trim());
        assertEquals("admin", System.getProperty("karaf.secured.command.compulsory.roles"));
    }

    @Test
    public void errorsAreProblemDocuments() throws Exception {
        HttpResponse<String> response = Api.administrator().send("GET", "/twins/wt-77", null);
        assertEquals(404, response.statusCode());
        assertTrue(response.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json"));
        JsonNode invalid = Api.administrator().read(Api.administrator().send("GET", "/twins/wt-01/points/WTUR.W/history?maxPoints=1", null));
        assertEquals(400, invalid.get("status").asInt());
        assertEquals("maxPoints", invalid.get("violations").get(0).get("field").asText());
    }

    @Test
    public void theShellShowsTwinsConnectionsAndTheLog() throws Exception {
        Api.await("three turbines at work", () -> run("twin:list").contains("wt-03"));
        Api.await("the state of a turbine", () -> run("twin:show wt-01").contains("WTUR.W"));
        assertTrue(run("connection:list"), run("connection:list").contains("plant"));
        assertTrue(run("log:status"), run("log:status").contains("Durable"));
    }

    private String run(String command) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream printer = new PrintStream(out, true, StandardCharsets.UTF_8);
        Session session = sessions.create(InputStream.nullInputStream(), printer, printer);
        try {
            Subject administrator = new Subject(true, Set.of(new UserPrincipal("admin"), new RolePrincipal("admin")), Set.of(), Set.of());
            Subject.doAs(administrator, (PrivilegedExceptionAction<Object>) () -> session.execute(command));
        } finally {
            session.close();
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
