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

    private static final int MOST_AUTHORS = 3;
    private static final Pattern ARTICLE = Pattern.compile("schema\\.org/(?:\\w*Article|BlogPosting|Report)$");

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
        onlyDay(found);
        relAuthors(document, found);
        microdata(document, found);
        return found.values;
    }

    /** Where all time elements of a page name one day, it is the article's; teasers have days of their own. */
    private static void onlyDay(Properties found) {
        var days = found.values.getOrDefault(PropertyNames.HTML_TIME, List.of()).stream()
                .map(time -> time.substring(0, Math.min(10, time.length())))
                .distinct()
                .toList();
        if (days.size() == 1) found.add(PropertyNames.HTML_ONLY_DAY, days.get(0));
    }

    /** Links to authors; many different ones are those of other articles. */
    private static void relAuthors(Document document, Properties found) {
        var names = document.select("a[rel~=(?i)^author$]").stream()
                .map(Element::text)
                .distinct()
                .toList();
        if (names.size() <= MOST_AUTHORS) names.forEach(name -> found.add(PropertyNames.HTML_REL_AUTHOR, name));
    }

    /** What the first item of the page that is an article says of itself. */
    private static void microdata(Document document, Properties found) {
        for (var item : document.select("[itemscope][itemtype]")) {
            if (!ARTICLE.matcher(item.attr("itemtype").strip()).find()) continue;
            for (var property : item.select("[itemprop]:not(meta)")) {
                var scope = property.parents().select("[itemscope]").first();
                if (scope == item)
                    found.add(
                            PropertyNames.HTML_MICRODATA
                                    + property.attr("itemprop").strip(),
                            itemValue(property));
            }
            return;
        }
    }

    private static String itemValue(Element property) {
        for (var attribute : List.of("content", "datetime"))
            if (property.hasAttr(attribute)) return property.attr(attribute);
        var name = property.hasAttr("itemscope") ? property.selectFirst("[itemprop=name]") : null;
        if (name == null) return property.text();
        return name.hasAttr("content") ? name.attr("content") : name.text();
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
