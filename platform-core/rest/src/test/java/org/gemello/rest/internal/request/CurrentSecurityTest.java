package org.gemello.rest.internal.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.core.Configuration;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ContainerRequest;
import org.junit.jupiter.api.Test;

class CurrentSecurityTest {
    private static final URI BASE = URI.create("http://localhost/");
    private final CurrentSecurity security = new CurrentSecurity();

    @Test
    void isThatOfTheRequestOfTheThreadAndOfNoOther() {
        ContainerRequest request = new ContainerRequest(BASE, BASE, "GET", null, new MapPropertiesDelegate(), (Configuration) null);
        Requester requester = new Requester(null, null);
        security.filter(request);
        request.setSecurityContext(requester.context(true)); // as the authentication does later

        assertThat(security.getUserPrincipal()).isSameAs(requester);
        assertThat(security.isSecure()).isTrue();
        assertThat(CompletableFuture.supplyAsync(() -> {
            try {
                return security.getUserPrincipal().getName();
            } catch (IllegalStateException e) {
                return "nobody";
            }
        }).join()).isEqualTo("nobody");

        security.filter(request, null);
        assertThatThrownBy(security::getUserPrincipal).isInstanceOf(IllegalStateException.class);
    }
}
