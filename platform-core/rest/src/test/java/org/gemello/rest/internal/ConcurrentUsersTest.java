package org.gemello.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gemello.api.Caller;
import org.gemello.api.Role;
import org.gemello.rest.internal.ApiServer.Answer;
import org.junit.jupiter.api.Test;

/** The resources stand once and serve everybody at the same time: each request must be that of its own user, whoever else asks meanwhile. */
class ConcurrentUsersTest {
    private static final int REQUESTS = 50;
    private static final int THREADS_OF_A_USER = 3;

    @Test
    void everyRequestIsThatOfItsOwnUser() throws Exception {
        try (ApiServer api = new ApiServer()) {
            ExecutorService threads = Executors.newCachedThreadPool();
            try {
                List<Future<?>> users = new ArrayList<>();
                for (int i = 0; i < THREADS_OF_A_USER; i++) {
                    users.add(threads.submit(() -> ask(api, new Caller("vera", Set.of(Role.VIEWER)), 403)));
                    users.add(threads.submit(() -> ask(api, new Caller("anna", Set.of(Role.ADMINISTRATOR)), 200)));
                }
                for (Future<?> user : users) {
                    user.get();
                }
            } finally {
                threads.shutdownNow();
            }
        }
    }

    private static Void ask(ApiServer api, Caller caller, int seesUsers) throws Exception {
        String cookie = api.sessionCookie() + "=" + api.sessions.open(caller);
        for (int i = 0; i < REQUESTS; i++) {
            assertThat(get(api, "/session", cookie).body().path("user").asText()).isEqualTo(caller.name());
            assertThat(get(api, "/users", cookie).status()).isEqualTo(seesUsers);
        }
        return null;
    }

    private static Answer get(ApiServer api, String path, String cookie) throws Exception {
        return api.send(HttpRequest.newBuilder(api.uri(path)).header("Cookie", cookie).build());
    }
}
