package org.newsbag.extract;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * An HTML page as a reader sees it, and what it says about itself.
 *
 * @param text the visible text of the article, or of the whole page where none is marked
 * @param properties title, language, canonical address, meta tags, JSON-LD, each as it stands
 */
record HtmlPage(String text, Map<String, List<String>> properties) {
    private static final int HEAD = 8192;
    private static final Pattern CHARSET = Pattern.compile(
            "<(?:meta|\\?xml)[^>]*?(?:charset|encoding)\\s*=\\s*[\"']?\\s*([\\w.:-]+)", Pattern.CASE_INSENSITIVE);

    static HtmlPage parse(String html) {
        var document = Jsoup.parse(html);
        return new HtmlPage(VisibleText.of(document), properties(document));
    }

    /** The charset of a meta tag or an XML declaration near the top of the page. */
    static Optional<String> declaredCharset(byte[] bytes) {
        var head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
        var matcher = CHARSET.matcher(head);
        // A tag that says UTF-16 was read as ASCII, so it is wrong.
        return matcher.find() && !matcher.group(1).toLowerCase(Locale.ROOT).startsWith("utf-16")
                ? Optional.of(matcher.group(1))
                : Optional.empty();
    }

    private static Map<String, List<String>> properties(Document document) {
        var found = new Properties();
        found.add(PropertyNames.HTML_TITLE, document.title());
        var root = document.selectFirst("html");
        if (root != null)
            found.add(PropertyNames.HTML_LANGUAGE, root.hasAttr("lang") ? root.attr("lang") : root.attr("xml:lang"));
        var base = document.selectFirst("base[href]");
        if (base != null) found.add(PropertyNames.HTML_BASE, base.attr("href"));
        for (var link : document.select("link[rel~=(?i)^canonical$]"))
            found.add(PropertyNames.HTML_CANONICAL, link.attr("href"));
        for (var meta : document.select("meta[content]")) found.add(metaName(meta), meta.attr("content"));
        for (var script : document.select("script[type]"))
            if (script.attr("type").strip().toLowerCase(Locale.ROOT).startsWith("application/ld+json"))
                found.add(PropertyNames.JSON_LD, script.data());
        for (var time : document.select("time[datetime]")) found.add(PropertyNames.HTML_TIME, time.attr("datetime"));
        return found.values;
    }

    private static String metaName(Element meta) {
        for (var attribute : List.of("property", "name", "itemprop", "http-equiv"))
            if (!meta.attr(attribute).isBlank())
                return PropertyNames.HTML_META + meta.attr(attribute).strip();
        return "";
    }

    private static final class Properties {
        final Map<String, List<String>> values = new LinkedHashMap<>();

        void add(String name, String value) {
            if (name.isEmpty() || value.isBlank()) return;
            values.computeIfAbsent(name, key -> new ArrayList<>()).add(value.strip());
        }
    }
}
