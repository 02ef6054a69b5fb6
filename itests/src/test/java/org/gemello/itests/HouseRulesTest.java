package org.gemello.itests;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.BeforeClass;
import org.junit.Test;

/** The rules of the house that a compiler does not know. */
public class HouseRulesTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static List<Path> modules;
    private static JavaClasses classes;

    @BeforeClass
    public static void readEveryModule() throws IOException {
        try (Stream<Path> all = Stream.concat(Files.list(ROOT.resolve("platform-core")), Files.walk(ROOT.resolve("plugins"), 2))) {
            modules = all.map(module -> module.resolve("target/classes")).filter(Files::isDirectory).toList();
        }
        assertTrue("modules found: " + modules, modules.size() > 10);
        classes = read(modules);
    }

    /** Our classes: some modules carry a library inside. */
    private static JavaClasses read(List<Path> folders) {
        return new ClassFileImporter().withImportOption(place -> place.contains("/org/gemello/")).importPaths(folders);
    }

    @Test
    public void onlyRoutesAndConnectorsKnowCamel() {
        noClasses().that().resideOutsideOfPackages("org.gemello.routes..", "org.gemello.connector..")
                .should().dependOnClassesThat().resideInAPackage("org.apache.camel..").check(classes);
    }

    @Test
    public void onlyPacksAndShellKnowKaraf() {
        noClasses().that().resideOutsideOfPackages("org.gemello.packs..", "org.gemello.shell..")
                .should().dependOnClassesThat().resideInAPackage("org.apache.karaf..").check(classes);
    }

    @Test
    public void modelsArePlainJava() throws IOException {
        List<Path> models;
        try (Stream<Path> industries = Files.list(ROOT.resolve("plugins"))) {
            models = industries.map(industry -> industry.resolve("model/target/classes")).filter(Files::isDirectory).toList();
        }
        assertFalse("there is a model", models.isEmpty());
        noClasses().should().dependOnClassesThat().resideInAnyPackage("org.osgi..", "org.apache.camel..", "org.apache.karaf..")
                .check(read(models));
    }

    @Test
    public void packsKnowOnlyApiAndSpiOfThePlatform() {
        noClasses().that().resideInAPackage("org.gemello.pack..").should().dependOnClassesThat()
                .resideInAnyPackage("org.gemello.runtime..", "org.gemello.log..", "org.gemello.routes..", "org.gemello.binding..", "org.gemello.rest..")
                .check(classes);
    }

    @Test
    public void nothingInternalIsExported() throws IOException {
        List<String> wrong = new ArrayList<>();
        int read = 0;
        for (Path module : modules) {
            Path manifest = module.resolve("META-INF/MANIFEST.MF");
            if (Files.exists(manifest)) {
                read++;
                try (InputStream in = Files.newInputStream(manifest)) {
                    String exports = new Manifest(in).getMainAttributes().getValue("Export-Package");
                    if (exports != null && exports.contains(".internal")) {
                        wrong.add(module + " exports " + exports);
                    }
                }
            }
        }
        assertTrue("manifests read: " + read, read > 10);
        assertEquals(List.of(), wrong);
    }
}
