package org.gemello.packs.internal.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.gemello.api.pack.PackGrant;
import org.gemello.packs.internal.CounterPack;
import org.gemello.packs.internal.TestBundle;
import org.gemello.packs.internal.guard.GuardedType;
import org.gemello.packs.internal.guard.Refusals;
import org.gemello.spi.TwinType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/** Bundles of packs in a real framework. */
class BundledVersionTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final PackOrigin ONE = PackOrigin.of("counter", "1.0.0", "aaaaaaaa00");
    private static final PackOrigin TWO = PackOrigin.of("counter", "2.0.0", "bbbbbbbb00");
    private static TestFramework framework;
    private static PackHooks hooks;

    @BeforeAll
    static void start(@TempDir Path cache) throws Exception {
        framework = new TestFramework(cache);
        hooks = new PackHooks(framework.context(), name -> name.startsWith("org.gemello.spi") || name.startsWith("org.gemello.api")
                || name.equals("org.slf4j"));
    }

    @AfterAll
    static void stop() throws Exception {
        hooks.close();
        framework.close();
    }

    private static BundledVersion load(PackOrigin origin, Map<String, byte[]> files, int schema) throws Exception {
        Function<TwinType<?>, GuardedType<?>> guard =
                type -> GuardedType.of(type, PackGrant.NONE, new Refusals(origin, event -> { }, Runnable::run));
        return BundledVersion.load(framework.context(), origin, files, Map.of(CounterPack.TYPE, schema), guard, PATIENCE);
    }

    private static List<Bundle> packBundles() {
        return List.of(framework.context().getBundles()).stream().filter(PackOrigin::isPack).toList();
    }

    @Test
    void twoVersionsStandBesideEachOtherAndOneGoesWithoutTheOther() throws Exception {
        BundledVersion one = load(ONE, new CounterPack().files(), 1);
        BundledVersion two = load(TWO, new CounterPack().schema(2).files(), 2);
        assertThat(packBundles()).hasSize(2).allMatch(bundle -> bundle.getState() == Bundle.ACTIVE);
        assertThat(one.types()).singleElement().matches(type -> type.model().schema() == 1);
        assertThat(two.types()).singleElement().matches(type -> type.model().schema() == 2);
        long started = packBundles().get(1).getLastModified();

        Remains remains = one.retire();

        assertThat(LeakProbe.search(remains, PATIENCE)).isEmpty();
        assertThat(packBundles()).singleElement().matches(bundle -> bundle.getLastModified() == started
                && bundle.getState() == Bundle.ACTIVE);
        assertThat(LeakProbe.search(two.retire(), PATIENCE)).isEmpty();
        assertThat(packBundles()).isEmpty();
    }

    @Test
    void theSameVersionMayBeThereTwice() throws Exception {
        BundledVersion one = load(ONE, new CounterPack().files(), 1);
        BundledVersion again = load(PackOrigin.of("counter", "1.0.0", "cccccccc00"), new CounterPack().files(), 1);
        assertThat(packBundles()).hasSize(2);
        one.retire();
        again.retire();
    }

    @Test
    void nobodySeesATypeButByItsGuardAndItStandsByUntilItServes() throws Exception {
        BundledVersion version = load(ONE, new CounterPack().files(), 1);
        BundleContext stranger = List.of(framework.context().getBundles()).stream().filter(b -> b.getSymbolicName().contains("scr"))
                .findFirst()
                .orElseThrow().getBundleContext();
        ServiceReference<?>[] seen = stranger.getAllServiceReferences(TwinType.class.getName(), null);
        assertThat(seen).hasSize(1);
        assertThat(seen[0].getBundle()).isEqualTo(framework.context().getBundle());
        assertThat(seen[0].getProperty("gemello.standby")).isEqualTo(true);

        version.serve();

        assertThat(seen[0].getProperty("gemello.standby")).isEqualTo(false);
        assertThat(stranger.getServiceReferences(TwinType.class, "(!(gemello.standby=true))")).hasSize(1);
        version.retire();
        assertThat(stranger.getAllServiceReferences(TwinType.class.getName(), null)).isNull();
    }

    @Test
    void aPackIsWiredToTheAllowListAlone() {
        byte[] jar = jar(new CounterPack().bundle()
                .imports("org.gemello.api,org.gemello.api.twin,org.gemello.api.command,org.gemello.spi,org.gemello.security"));
        assertThatThrownBy(() -> load(ONE, Map.of("bundles/counter.jar", jar), 1)).isInstanceOf(PackFailure.class)
                .hasMessageContaining("org.gemello.security");
        assertThat(packBundles()).isEmpty();
    }

    @Test
    void aPackIsNotWiredToAnotherPackAndNobodyToAPack() throws Exception {
        BundledVersion library = load(ONE, Map.of("bundles/counter.jar", new CounterPack().bundle().exports("org.acme.counter").jar()), 1);
        byte[] user = jar(new TestBundle("org.acme.user").imports("org.acme.counter"));

        assertThatThrownBy(() -> load(TWO, Map.of("bundles/user.jar", user), 1)).isInstanceOf(PackFailure.class)
                .hasMessageContaining("org.acme.counter");
        Bundle platform = framework.context().installBundle("test:user", new java.io.ByteArrayInputStream(user));
        assertThatThrownBy(platform::start).hasMessageContaining("org.acme.counter");
        platform.uninstall();
        library.retire();
    }

    @Test
    void bundlesOfOneVersionAreWiredToEachOtherAndGoTogether() throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("bundles/counter.jar", new CounterPack().bundle().exports("org.acme.counter").jar());
        files.put("bundles/user.jar", jar(new TestBundle("org.acme.user").imports("org.acme.counter")));
        BundledVersion version = load(ONE, files, 1);
        assertThat(packBundles()).hasSize(2).allMatch(bundle -> bundle.getState() == Bundle.ACTIVE);
        assertThat(LeakProbe.search(version.retire(), PATIENCE)).isEmpty();
        assertThat(packBundles()).isEmpty();
    }

    @Test
    void whatDoesNotStartOrLiesLeavesNothing() {
        assertThatThrownBy(() -> load(ONE, new CounterPack().files(), 3)).hasMessageContaining("has schema 1, its manifest says 3");
        assertThatThrownBy(() -> load(ONE, new CounterPack().type("acme/other").files(), 1))
                .hasMessageContaining("which its manifest does not declare");
        assertThatThrownBy(() -> BundledVersion.load(framework.context(), ONE, new CounterPack()
                .activate("throw new IllegalStateException(\"no\");").files(),
                Map.of(CounterPack.TYPE, 1), type -> null, PATIENCE)).hasMessageContaining("CounterType cannot be made");
        assertThat(packBundles()).isEmpty();
    }

    @Test
    void whatHangsInItsStartIsGivenUpAndNamed() {
        String hang = "try { Thread.sleep(600_000); } catch (InterruptedException e) { throw new IllegalStateException(e); }";
        assertThatThrownBy(() -> BundledVersion.load(framework.context(), ONE, new CounterPack().activate(hang).files(),
                Map.of(CounterPack.TYPE, 1),
                type -> null, Duration.ofSeconds(2))).isInstanceOf(PackFailure.class).hasMessageContaining("did not end within 2000 ms");
        assertThat(packBundles()).isEmpty();
    }

    @Test
    void stoppedByHandItIsMissedAndStartedAgainItServesAgain() throws Exception {
        BundledVersion version = load(ONE, new CounterPack().files(), 1);
        version.serve();
        Bundle bundle = packBundles().get(0);

        bundle.stop();

        assertThat(version.trouble()).contains("stopped by hand");
        assertThat(version.types()).isEmpty();
        bundle.start(Bundle.START_TRANSIENT);
        assertThat(version.trouble()).isEmpty();
        assertThat(framework.context().getServiceReferences(TwinType.class, "(&(gemello.pack=counter)(gemello.standby=false))")).hasSize(1);
        bundle.update(new java.io.ByteArrayInputStream(new CounterPack().schema(9).bundle().jar()));
        assertThat(version.trouble()).contains("has schema 9, its manifest says 1");
        version.retire();
    }

    @Test
    void aThreadThatStaysIsNamedWithThePackAndThePlace() throws Exception {
        String thread = "new Thread(CounterType::hang, \"acme-poller\").start();";
        String hang = "static volatile boolean end; static void hang() { while (!end) { java.util.concurrent.locks.LockSupport.parkNanos(50_000_000L);"
                + " if (Thread.interrupted()) { return; } } }";
        BundledVersion version = load(ONE, new CounterPack().members(hang).activate(thread).files(), 1);

        String leak = LeakProbe.search(version.retire(), Duration.ofSeconds(1));

        assertThat(leak).contains("counter@1.0.0").contains("acme-poller").contains("org.acme.counter.CounterType.hang");
        Thread.getAllStackTraces().keySet().stream().filter(t -> t.getName().equals("acme-poller")).forEach(Thread::interrupt);
    }

    private static byte[] jar(TestBundle bundle) {
        try {
            return bundle.jar();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
