package nl.tweespoor.startup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

class SecureCookiePostProcessorTest {

    private static final String SECURE = "server.servlet.session.cookie.secure";

    @ParameterizedTest
    @CsvSource({"127.0.0.1, none, ", "::1, none, ", "127.0.0.1, native, true", "127.0.0.1, framework, true",
            "0.0.0.0, none, true", "192.168.1.5, none, true", "'', none, true", "no such host, none, true"})
    void whoCanBeReachedFromElsewhereSendsCookiesOverHttpsOnly(String address, String proxy, String secure) {
        MockEnvironment environment = new MockEnvironment().withProperty("server.address", address)
                .withProperty("server.forward-headers-strategy", proxy);
        new SecureCookiePostProcessor().postProcessEnvironment(environment, null);

        assertThat(environment.getProperty(SECURE)).isEqualTo(secure);
        assertThat(environment.getProperty("camunda.bpm.webapp.csrf.enable-secure-cookie")).isEqualTo(secure);
    }

    @Test
    void anExplicitSettingWins() {
        MockEnvironment environment = new MockEnvironment().withProperty("server.address", "0.0.0.0")
                .withProperty(SECURE, "false");
        new SecureCookiePostProcessor().postProcessEnvironment(environment, null);

        assertThat(environment.getProperty(SECURE)).isEqualTo("false");
    }
}
