package org.crease.inspector.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.crease.inspector.server.PageFiles;
import org.crease.runlog.storage.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * The HTML of a report. Its policy names each script and style by its digest and allows no connection, so that neither
 * what is in the data nor the page itself can ask the network for anything.
 */
final class ReportPage {
    private static final String MAIN = "/js/main.js";

    private final List<String> scriptDigests = new ArrayList<>();
    private final StringBuilder body = new StringBuilder();

    /** The page with these answers. */
    static String of(Map<String, String> answers) {
        ReportPage page = new ReportPage();
        page.data(answers);
        page.script("", text("/lib/d3.js"));
        page.script(" type=\"importmap\"", importMap());
        page.script(" type=\"module\"", "import '" + Modules.name(MAIN) + "';");
        return page.html(text("/crease.css"));
    }

    private void data(Map<String, String> answers) {
        ObjectNode island = Json.object();
        answers.forEach(island::put);
        body.append("<script type=\"application/json\" id=\"recorded\">")
                .append(escaped(island))
                .append("</script>\n");
    }

    private void script(String attributes, String source) {
        String inert = source.replace("</script", "<\\/script");
        scriptDigests.add(digest(inert));
        body.append("<script").append(attributes).append('>').append(inert).append("</script>\n");
    }

    private String html(String style) {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta http-equiv="Content-Security-Policy" content="%s">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>Crease</title>
                <link rel="icon" href="data:,">
                <style>%s</style>
                </head>
                <body>
                <header id="head"></header>
                <main id="page" tabindex="-1"></main>
                <div id="say" role="status" aria-live="polite"></div>
                <noscript>The page needs JavaScript.</noscript>
                %s</body>
                </html>
                """.formatted(policy(style), style, body);
    }

    private String policy(String style) {
        return "default-src 'none'; script-src data: " + String.join(" ", scriptDigests) + "; style-src "
                + digest(style) + "; img-src data: blob:; base-uri 'none'; form-action 'none'";
    }

    private static String importMap() {
        ObjectNode map = Json.object();
        ObjectNode imports = map.putObject("imports");
        new Modules(MAIN).imports().forEach(imports::put);
        return escaped(map);
    }

    /** JSON that ends no script and breaks no line, whatever it says. */
    private static String escaped(ObjectNode object) {
        StringBuilder text = new StringBuilder();
        new String(Json.bytes(object), StandardCharsets.UTF_8).chars().forEach(letter -> {
            if (letter == '<' || letter == '>' || letter == '&' || letter > '~') {
                text.append(String.format("\\u%04x", letter));
            } else {
                text.append((char) letter);
            }
        });
        return text.toString();
    }

    private static String text(String path) {
        return new String(PageFiles.required(path).body(), StandardCharsets.UTF_8);
    }

    private static String digest(String text) {
        try {
            byte[] sha = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(sha) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
