package org.gemello.rest.internal.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForwardedTest {
    private static final String PEER = "10.1.0.1";
    private final Proxies proxies = Proxies.of("10.1.0.0/16, 2001:db8:1::/48 , 127.0.0.1", "Forwarded");

    @ParameterizedTest
    @CsvSource({"10.1.255.3, true", "10.2.0.1, false", "127.0.0.1, true", "127.0.0.2, false", "2001:db8:1:7::9, true", "2001:db8:2::1, false",
        "plant.example, false", "'', false"})
    void aProxyIsOneOfTheConfiguredAddresses(String address, boolean is) {
        assertThat(proxies.has(address)).isEqualTo(is);
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example", "10.1.2.3/33", "10.1.2", "10.1.2.3/x", "2001:db8::/129", "300.1.2.3"})
    void whatIsNoAddressIsNamed(String wrong) {
        assertThatIllegalArgumentException().isThrownBy(() -> Proxies.of("127.0.0.1," + wrong, "Forwarded")).withMessageContaining("'" + wrong + "'");
        assertThatIllegalArgumentException().isThrownBy(() -> Proxies.of("", "X-Real-IP")).withMessageContaining("X-Real-IP");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "203.0.113.9 | 203.0.113.9", "203.0.113.9, 10.1.0.7 | 203.0.113.9", "1.1.1.1, 203.0.113.9, 10.1.0.7 | 203.0.113.9", "10.1.0.9 | 10.1.0.9",
        "'' | 10.1.0.1", "unknown, 10.1.0.7 | 10.1.0.7", "203.0.113.9:4711 | 203.0.113.9", "[2001:db8::1]:4711 | 2001:db8::1", "2001:db8::1 | 2001:db8::1"})
    void theClientIsTheFirstFromTheEndThatIsNoProxy(String header, String client) {
        assertThat(Forwarded.of(List.of(header), List.of()).client(PEER, proxies)).isEqualTo(client);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "for=203.0.113.9;proto=https | 203.0.113.9 | true", "For=\"[2001:db8::1]:4711\";Proto=HTTPS | 2001:db8::1 | true",
        "for=1.1.1.1;proto=https, for=203.0.113.9;proto=http | 203.0.113.9 | false", "for=_hidden | 10.1.0.1 | false", "by=10.1.0.1 | 10.1.0.1 | false"})
    void theStandardsHeaderIsUnderstood(String header, String client, boolean tls) {
        Forwarded forwarded = Forwarded.of(List.of(header));
        assertThat(forwarded.client(PEER, proxies)).isEqualTo(client);
        assertThat(forwarded.hasTls()).isEqualTo(tls);
    }

    @Test
    void headersThatComeTwiceAreOneList() {
        assertThat(Forwarded.of(List.of("1.1.1.1", "203.0.113.9"), List.of("https", "http")).client(PEER, proxies)).isEqualTo("203.0.113.9");
        assertThat(Forwarded.of(List.of("203.0.113.9"), List.of("http, https")).hasTls()).as("as the last proxy got it").isTrue();
    }
}
