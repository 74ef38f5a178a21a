package nl.tweespoor.plain;

import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;
import org.camunda.bpm.engine.rest.security.auth.impl.HttpBasicAuthenticationProvider;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;

/** Camunda as it comes, with its own HTTP Basic and its own authorizations: what one would have without Tweespoor. */
@SpringBootApplication
public class PlainCamunda {

    public static void main(String[] args) {
        SpringApplication.run(PlainCamunda.class, args);
    }

    @Bean
    FilterRegistrationBean<ProcessEngineAuthenticationFilter> httpBasic() {
        var filter = new FilterRegistrationBean<>(new ProcessEngineAuthenticationFilter());
        filter.addInitParameter(ProcessEngineAuthenticationFilter.AUTHENTICATION_PROVIDER_PARAM,
                HttpBasicAuthenticationProvider.class.getName());
        filter.addUrlPatterns("/engine-rest/*");
        return filter;
    }
}
