package nl.tweespoor.attack;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;

/** A running application as an attacker reaches it, and its engine to see whether the attack left something behind. */
class Target {

    private static final Pattern TOKEN_ON_PAGE = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final int port;
    private final String address;
    private final String account;
    private final ProcessEngine engine;

    /** @param account name and password with a colon between them, or null for a stranger */
    Target(int port, ProcessEngine engine, String account) {
        this.port = port;
        this.address = "http://localhost:" + port;
        this.engine = engine;
        this.account = account;
    }

    Target as(String other) {
        return new Target(port, engine, other);
    }

    ProcessEngine engine() {
        return engine;
    }

    HttpResponse<String> get(String path) {
        return send(HttpClient.newHttpClient(), request(path).GET());
    }

    HttpResponse<String> post(String path, String json) {
        return send(HttpClient.newHttpClient(), json(request(path)).POST(BodyPublishers.ofString(json)));
    }

    HttpResponse<String> put(String path, String json) {
        return send(HttpClient.newHttpClient(), json(request(path)).PUT(BodyPublishers.ofString(json)));
    }

    HttpResponse<String> delete(String path) {
        return send(HttpClient.newHttpClient(), request(path).DELETE());
    }

    /** Each part is a header block and a body with an empty line between them. */
    HttpResponse<String> postParts(String path, String... parts) {
        StringBuilder body = new StringBuilder();
        for (String part : parts) {
            body.append("--part\r\nContent-Disposition: form-data; ").append(part).append("\r\n");
        }
        body.append("--part--\r\n");
        return send(HttpClient.newHttpClient(), request(path).header("Content-Type", "multipart/form-data; boundary=part")
                .POST(BodyPublishers.ofString(body.toString())));
    }

    HttpResponse<String> deploy(String file, String content) {
        return postParts("/engine-rest/deployment/create",
                "name=\"deployment-name\"\r\n\r\nattack",
                "name=\"file\"; filename=\"" + file + "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + content);
    }

    /** As a browser does: with the cookies and the token that a page of the webapp hands out. */
    HttpResponse<String> postFromWebapp(String path, String json) {
        CookieManager cookies = new CookieManager();
        HttpClient browser = HttpClient.newBuilder().cookieHandler(cookies).build();
        if (account != null) {
            logIn(browser, cookies);
        }
        send(browser, request("/camunda/app/welcome/default/").GET());
        return send(browser, withToken(json(request(path)), cookies).POST(BodyPublishers.ofString(json)));
    }

    /** On our page, or as the webapps do where that is not there. */
    private void logIn(HttpClient browser, CookieManager cookies) {
        String[] parts = account.split(":", 2);
        String answers = "username=" + encoded(parts[0]) + "&password=" + encoded(parts[1]);
        Matcher token = TOKEN_ON_PAGE.matcher(send(browser, request("/login").GET()).body());
        if (token.find()) {
            send(browser, form("/login", answers + "&_csrf=" + encoded(token.group(1))));
        } else {
            send(browser, request("/camunda/app/welcome/default/").GET());
            send(browser, withToken(form("/camunda/api/admin/auth/user/default/login/welcome", answers), cookies));
        }
    }

    private HttpRequest.Builder form(String path, String answers) {
        return request(path).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(answers));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + ofThisEngine(path)));
        if (account != null && path.startsWith("/engine-rest")) {
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(account.getBytes()));
        }
        return request;
    }

    /** Engines are known by name in the whole virtual machine, so the two have different names. */
    private String ofThisEngine(String path) {
        if (ProcessEngines.NAME_DEFAULT.equals(engine.getName())) {
            return path;
        }
        return path.replaceFirst("^/engine-rest", "/engine-rest/engine/" + engine.getName())
                .replaceFirst("/default(/|$)", "/" + engine.getName() + "$1");
    }

    private static HttpRequest.Builder json(HttpRequest.Builder request) {
        return request.header("Content-Type", "application/json").header("Accept", "application/json");
    }

    private static HttpRequest.Builder withToken(HttpRequest.Builder request, CookieManager cookies) {
        cookies.getCookieStore().getCookies().stream().filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .forEach(cookie -> request.header("X-XSRF-TOKEN", cookie.getValue()));
        return request;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static HttpResponse<String> send(HttpClient client, HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
