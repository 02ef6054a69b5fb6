package org.gemello.historian.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.gemello.api.health.HealthCheck;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.ComponentContext;

class StoreChoiceTest {
    private final List<String> enabled = new ArrayList<>();
    private final List<HealthCheck> checks = new ArrayList<>();

    private void choose(String store) {
        BundleContext bundle = (BundleContext) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {BundleContext.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("registerService")) {
                        checks.add((HealthCheck) arguments[1]);
                        return null;
                    }
                    return arguments[0].equals("gemello.history.store") ? store : null;
                });
        new StoreChoice((ComponentContext) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {ComponentContext.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("enableComponent")) {
                        enabled.add((String) arguments[0]);
                        return null;
                    }
                    return bundle;
                }));
    }

    @Test
    void theEmbeddedStoreIsTakenWhereNoOtherIsNamed() {
        choose(null);
        choose("  ");
        choose("embedded");
        assertThat(enabled).hasSize(3).containsOnly(HistoryService.class.getName());
        assertThat(checks).isEmpty();
    }

    @Test
    void anotherStoreIsLeftToItself() {
        choose("postgres");
        assertThat(enabled).isEmpty();
        assertThat(checks).isEmpty();
    }

    @Test
    void aNameThatNoStoreHasMakesThePlatformNotReadyAndSaysWhatCanBeWritten() {
        choose("postgre");
        assertThat(enabled).isEmpty();
        assertThat(checks).singleElement().satisfies(check -> {
            assertThat(check.health().ready()).isFalse();
            assertThat(check.health().live()).isTrue();
            assertThat(check.health().text()).contains("'postgre'", "gemello.history.store", "'embedded'", "'postgres'");
        });
    }
}
