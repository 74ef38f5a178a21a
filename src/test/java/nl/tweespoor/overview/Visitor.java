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
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** Someone who logged in on the login page; demo accounts have their group as name and as password. */
public class Visitor {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String address;

    public Visitor(int port) {
        address = "http://localhost:" + port;
    }

    public static Visitor loggedIn(int port, String account) throws Exception {
        Visitor visitor = new Visitor(port);
        assertThat(visitor.login(account)).doesNotContain("/login");
        return visitor;
    }

    /** Where they are led to. */
    public String login(String account) throws Exception {
        Matcher token = TOKEN.matcher(get("/login").body());
        assertThat(token.find()).isTrue();
        HttpResponse<String> in = post("/login", "username=" + account + "&password=" + account + "&_csrf="
                + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8));
        assertThat(in.statusCode()).as(in.body()).isEqualTo(302);
        return in.headers().firstValue("Location").orElseThrow();
    }

    public HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(address + path)).header("Accept", "text/html, */*;q=0.8"));
    }

    /** A file, as it comes. */
    public HttpResponse<byte[]> download(String path) throws Exception {
        return browser.send(HttpRequest.newBuilder(URI.create(address + path)).build(), BodyHandlers.ofByteArray());
    }

    /** Sends a form with the token that stands on this page, and goes where that leads. */
    public HttpResponse<String> send(String page, String path, String form) throws Exception {
        Matcher token = TOKEN.matcher(get(page).body());
        assertThat(token.find()).isTrue();
        HttpResponse<String> sent = post(path, form + "&_csrf=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8));
        return sent.statusCode() == 302 ? get(URI.create(sent.headers().firstValue("Location").orElseThrow()).getPath()) : sent;
    }

    /** As {@link #send}, with a file. */
    public HttpResponse<String> sendFile(String page, String path, Map<String, String> fields, String name, String content) throws Exception {
        Matcher token = TOKEN.matcher(get(page).body());
        assertThat(token.find()).isTrue();
        StringBuilder parts = new StringBuilder();
        Map<String, String> all = new HashMap<>(fields);
        all.put("_csrf", token.group(1));
        all.forEach((field, value) -> parts.append("--x\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(field, value)));
        parts.append("--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"%s\"\r\n\r\n%s\r\n--x--\r\n".formatted(name, content));
        HttpResponse<String> sent = send(HttpRequest.newBuilder(URI.create(address + path)).header("Accept", "text/html")
                .header("Content-Type", "multipart/form-data; boundary=x").POST(BodyPublishers.ofString(parts.toString())));
        return sent.statusCode() == 302 ? get(URI.create(sent.headers().firstValue("Location").orElseThrow()).getPath()) : sent;
    }

    /** As another site would: without a token. */
    public HttpResponse<String> post(String path, String form) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(address + path)).header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/html").POST(BodyPublishers.ofString(form)));
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

    public static String text(String html) {
        return HtmlUtils.htmlUnescape(html.replaceAll("(?s)<[^>]*>", " ")).replaceAll("\\s+", " ").replaceAll(" ([,.:)])", "$1");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return browser.send(request.build(), BodyHandlers.ofString());
    }
}
