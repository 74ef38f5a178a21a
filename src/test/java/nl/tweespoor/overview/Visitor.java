package nl.tweespoor.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** Someone who logged in on the login page; demo accounts have their group as name and as password. */
class Visitor {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String address;

    Visitor(int port) {
        address = "http://localhost:" + port;
    }

    static Visitor loggedIn(int port, String account) throws Exception {
        Visitor visitor = new Visitor(port);
        Matcher token = TOKEN.matcher(visitor.get("/login").body());
        assertThat(token.find()).isTrue();
        HttpResponse<String> in = visitor.send(HttpRequest.newBuilder(URI.create(visitor.address + "/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=" + account + "&password=" + account + "&_csrf="
                        + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8))));
        assertThat(in.headers().firstValue("Location").orElseThrow()).endsWith("/tasklist/");
        return visitor;
    }

    HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(address + path)).header("Accept", "text/html"));
    }

    HttpResponse<byte[]> getFile(String path) throws Exception {
        return browser.send(HttpRequest.newBuilder(URI.create(address + path)).build(), BodyHandlers.ofByteArray());
    }

    /** What a reader sees of the page of this dossier, without tags. */
    String reads(String dossier) throws Exception {
        HttpResponse<String> page = get("/dossiers/" + dossier);
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        return text(page.body());
    }

    static String text(String html) {
        return HtmlUtils.htmlUnescape(html.replaceAll("(?s)<[^>]*>", " ")).replaceAll("\\s+", " ").replaceAll(" ([,.:)])", "$1");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return browser.send(request.build(), BodyHandlers.ofString());
    }
}
