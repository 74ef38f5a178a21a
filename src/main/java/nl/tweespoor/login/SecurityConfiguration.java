package nl.tweespoor.login;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.withDefaults;
import static org.springframework.security.web.util.matcher.RequestMatchers.anyOf;
import static org.springframework.security.web.util.matcher.RequestMatchers.not;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import nl.tweespoor.engine.Memberships;
import nl.tweespoor.role.ApiAllowList;
import nl.tweespoor.startup.Reachability;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** One login for everything: people by a page and a session, scripts on the REST API by HTTP Basic. */
@Configuration
class SecurityConfiguration {

    static final String LOGIN_PAGE = "/login";
    static final String LOGOUT = "/logout";
    private static final String POLL = "/poll/{token}";

    /** Whether there is an engine, which version it has, and the deployment itself. */
    private static final RequestMatcher OF_MODELER = anyOf(withDefaults().matcher(HttpMethod.GET, "/engine-rest/deployment"),
            withDefaults().matcher(HttpMethod.GET, "/engine-rest/version"),
            withDefaults().matcher(HttpMethod.POST, "/engine-rest/deployment/create"));
    private static final RequestMatcher WEBAPPS = anyOf(path("/camunda/app/**"), path("/camunda/api/**"));
    /** Files that are the same for everyone; a browser asks whether they changed, which they do with a new version. */
    private static final RequestMatcher FILES = anyOf(path("/camunda/lib/**"), path("/camunda/assets/**"),
            path("/camunda/app/{app}/scripts/**"), path("/camunda/app/{app}/styles/**"),
            path("/camunda/app/{app}/locales/**"), path("/camunda/app/{app}/{file:.+\\.(?:js|css)}"),
            path("/tweespoor.css"), path("/scripts/*"), path("/favicon.svg"), path("/deep-link.js"));
    /** Camunda's own pages carry another, with a word of the moment for their scripts; theirs then goes first. */
    private static final String OUR_POLICY = "default-src 'self'; object-src 'none'; base-uri 'self';"
            + " form-action 'self'; frame-ancestors 'none'";

    private final IdentityService identityService;
    private final AccessRefusalHandler refusals;
    private final StartPageHandler startPage;
    private final ApiAllowList requests;
    private final Memberships memberships;
    private final boolean local;

    SecurityConfiguration(IdentityService identityService, AccessRefusalHandler refusals, StartPageHandler startPage,
            ApiAllowList requests, Memberships memberships, Environment environment) {
        this.identityService = identityService;
        this.refusals = refusals;
        this.startPage = startPage;
        this.requests = requests;
        this.memberships = memberships;
        local = Reachability.isLocal(environment);
    }

    /**
     * Without a session there is nothing for another site to ride on, but a browser remembers a Basic password and
     * sends it along: what another site makes a browser ask is refused.
     */
    @Bean
    @Order(1)
    SecurityFilterChain rest(HttpSecurity http) throws Exception {
        return http.securityMatcher(path("/engine-rest/**"))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .httpBasic(basic -> basic.authenticationEntryPoint(refusals))
                .exceptionHandling(refused -> refused.accessDeniedHandler(refusals))
                .headers(this::headers)
                .authorizeHttpRequests(doors -> doors
                        .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD).permitAll()
                        .requestMatchers(SecurityConfiguration::isFromAnotherSite).denyAll()
                        // Tells whether a password is right, as often as one asks.
                        .requestMatchers(path("/engine-rest/identity/verify"),
                                path("/engine-rest/engine/{engine}/identity/verify")).denyAll()
                        .anyRequest().access(requests::checkByLogin))
                .addFilterAfter(new EngineAuthenticationFilter(identityService, login -> login.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority).toList()), AuthorizationFilter.class)
                .build();
    }

    @Bean
    @Order(SecurityProperties.BASIC_AUTH_ORDER)
    SecurityFilterChain pages(HttpSecurity http) throws Exception {
        return http.formLogin(form -> form.loginPage(LOGIN_PAGE).failureForwardUrl(LoginController.FAILED)
                        .successHandler(startPage))
                // The way out of Tasklist and of our own pages: both end the session, and so everything.
                .logout(logout -> logout.logoutRequestMatcher(anyOf(
                                withDefaults().matcher(HttpMethod.POST, LOGOUT),
                                withDefaults().matcher(HttpMethod.POST, "/camunda/api/admin/auth/user/{engine}/logout")))
                        .defaultLogoutSuccessHandlerFor(new HttpStatusReturningLogoutSuccessHandler(HttpStatus.NO_CONTENT),
                                path("/camunda/api/**"))
                        .logoutSuccessUrl(LOGIN_PAGE + "?logout"))
                // The webapps bring a guard of their own against other sites, with a token that their pages know.
                .csrf(csrf -> csrf.ignoringRequestMatchers(WEBAPPS))
                .exceptionHandling(refused -> refused.accessDeniedHandler(refusals)
                        .defaultAuthenticationEntryPointFor(refusals, path("/camunda/api/**"))
                        .defaultAuthenticationEntryPointFor(new LoginUrlAuthenticationEntryPoint(LOGIN_PAGE),
                                AnyRequestMatcher.INSTANCE))
                .headers(this::headers)
                .authorizeHttpRequests(doors -> doors
                        .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD).permitAll()
                        // Who has no account answers a poll by a link that works once: the link is the key.
                        .requestMatchers(withDefaults().matcher(HttpMethod.GET, POLL), withDefaults().matcher(HttpMethod.POST, POLL)).permitAll()
                        .requestMatchers(path(LOGIN_PAGE), path("/tweespoor.css"), path("/scripts/*"), path("/favicon.svg"),
                                path("/deep-link.js"), path("/actuator/health")).permitAll()
                        // CVE-2026-77226: makes a stranger administrator. Ours is made at the start.
                        .requestMatchers(path("/camunda/api/admin/setup/**"),
                                path("/camunda/app/admin/{engine}/setup/**")).denyAll()
                        // A second login beside ours, and a way to try passwords.
                        .requestMatchers(path("/camunda/api/admin/auth/user/{engine}/login/**"),
                                path("/camunda/api/engine/engine/{engine}/identity/verify")).denyAll()
                        .requestMatchers(path("/camunda/api/engine/engine/{engine}/**")).access(requests)
                        .requestMatchers(path("/camunda/api/cockpit/**")).access(requests.of("cockpit"))
                        .requestMatchers(path("/camunda/api/admin/auth/user/{engine}")).authenticated()
                        .requestMatchers(path("/camunda/api/admin/**")).access(requests.of("admin"))
                        .requestMatchers(path("/"), path(LOGOUT), path("/camunda/**")).authenticated()
                        // A page of ours is closed until the table of roles opens it.
                        .anyRequest().access(requests.pages()))
                .addFilterAfter(new EngineAuthenticationFilter(identityService, login -> memberships.groupsOf(login.getName()))
                        .exceptFor(path("/camunda/**")), AuthorizationFilter.class)
                .build();
    }

    private void headers(HeadersConfigurer<?> headers) {
        headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy("camera=(), microphone=(), geolocation=()"))
                .cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(not(FILES), new CacheControlHeadersWriter()))
                .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(FILES,
                        new StaticHeadersWriter(HttpHeaders.CACHE_CONTROL, "no-cache")))
                .contentSecurityPolicy(policy -> policy.policyDirectives(OUR_POLICY));
        if (local) {
            headers.httpStrictTransportSecurity(Customizer.withDefaults());
        } else {
            headers.httpStrictTransportSecurity(hsts -> hsts.requestMatcher(AnyRequestMatcher.INSTANCE));
        }
    }

    /** Browsers say so themselves; other callers don't send this header. */
    private static boolean isFromAnotherSite(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return site != null && !site.equals("same-origin") && !site.equals("none") && !isCamundaModeler(request);
    }

    /**
     * Camunda Modeler is a page of {@code file://} without the guard of a browser. It asks as a script (mode {@code cors}) and
     * yet names no origin. A page in a browser can't: it always names its own, or asks in another mode. Only what the Modeler's
     * deploy button asks is open to it.
     */
    private static boolean isCamundaModeler(HttpServletRequest request) {
        return "cors".equals(request.getHeader("Sec-Fetch-Mode")) && request.getHeader(HttpHeaders.ORIGIN) == null
                && request.getHeader(HttpHeaders.REFERER) == null && OF_MODELER.matches(request);
    }

    private static RequestMatcher path(String pattern) {
        return withDefaults().matcher(pattern);
    }

    /**
     * Nothing here asks which of our pages a request is for. With this bean there, Spring Security looks for that page at every
     * request, also at those for Camunda.
     */
    @Bean
    static BeanDefinitionRegistryPostProcessor noLookForPages() {
        return new NoLookForPages();
    }

    /** Has an order, and so comes before Spring Security, which has none. */
    private static class NoLookForPages implements BeanDefinitionRegistryPostProcessor, Ordered {

        private static final String LOOK_FOR_PAGES = "mvcHandlerMappingIntrospector";

        @Override
        public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry beans) {
            if (beans.containsBeanDefinition(LOOK_FOR_PAGES)) {
                beans.removeBeanDefinition(LOOK_FOR_PAGES);
            }
        }

        @Override
        public int getOrder() {
            return LOWEST_PRECEDENCE;
        }
    }

    /** Before the webapps' own filters, which look for who logged in. */
    @Bean
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> webappUser() {
        var registration = new FilterRegistrationBean<>(new ContainerBasedAuthenticationFilter());
        registration.setInitParameters(Map.of("authentication-provider", WebappAuthenticationProvider.class.getName()));
        registration.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
        return registration;
    }
}
